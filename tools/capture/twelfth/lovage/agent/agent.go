// Package agent measures transactions and their segments.
package agent

import (
	"context"
	"sync/atomic"
	"time"
)

type key struct{}

// Segment is a part of a transaction.
type Segment struct {
	Name  string
	Begin time.Time
	Took  time.Duration
}

// Transaction is one piece of work.
type Transaction struct {
	Name       string
	Begin      time.Time
	Attributes map[string]string
	segments   []Segment
	app        *App
}

// App counts what was measured.
type App struct {
	name  string
	ended atomic.Int64
}

// New has measured nothing.
func New(name string) *App { return &App{name: name} }

// Begin begins a transaction.
func (a *App) Begin(name string) *Transaction {
	return &Transaction{Name: name, Begin: time.Now(), Attributes: map[string]string{"app": a.name, "kind": name},
		segments: make([]Segment, 0, 12), app: a}
}

// NewContext is a context whose transaction is t.
func NewContext(ctx context.Context, t *Transaction) context.Context {
	return context.WithValue(ctx, key{}, t)
}

// FromContext is the transaction of a context, if it has one.
func FromContext(ctx context.Context) *Transaction {
	t, _ := ctx.Value(key{}).(*Transaction)
	return t
}

// Segment measures a part.
func (t *Transaction) Segment(name string) (end func()) {
	begin := time.Now()
	return func() { t.segments = append(t.segments, Segment{Name: name, Begin: begin, Took: time.Since(begin)}) }
}

// End ends a transaction.
func (t *Transaction) End() { t.app.ended.Add(1) }
