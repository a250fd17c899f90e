// Package audit writes down what became of orders.
package audit

import (
	"context"
	"sync"
)

// Entry is an order's line.
type Entry struct {
	Order string
	Steps [16]string
	at    int
}

// Trail has the latest lines.
type Trail struct {
	mu    sync.Mutex
	lines [256]*Entry
	at    int
}

// New is empty.
func New() *Trail { return &Trail{} }

// Follow writes an order's line when the request is over; the line outlives the request, and so does its context.
func (t *Trail) Follow(ctx context.Context, order string) *Entry {
	entry := &Entry{Order: order}
	go t.settle(context.WithoutCancel(ctx), entry)
	return entry
}

// Step notes a step.
func (e *Entry) Step(name string) {
	e.Steps[e.at%len(e.Steps)] = name
	e.at++
}

func (t *Trail) settle(ctx context.Context, entry *Entry) {
	<-ctx.Done()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.lines[t.at%len(t.lines)] = entry
	t.at++
}
