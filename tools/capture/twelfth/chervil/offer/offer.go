// Package offer is what drivers are offered.
package offer

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type key struct{}

// Offer is open until it is taken or its context ends.
type Offer struct {
	ID      string
	History []string
	ctx     context.Context
	cancel  context.CancelFunc
	remind  *time.Timer
	unbind  func() bool
}

// Book has the offers that are open.
type Book struct {
	mu      sync.Mutex
	open    map[string]*Offer
	expired int
	recalls int
}

// NewBook has none.
func NewBook() *Book { return &Book{open: make(map[string]*Offer)} }

// Open opens an offer for a time.
func (b *Book) Open(parent context.Context, n int, life time.Duration) *Offer {
	o := &Offer{ID: fmt.Sprint("ride-", n), History: make([]string, 0, 40)}
	o.ctx, o.cancel = context.WithTimeout(context.WithValue(parent, key{}, o.ID), life)
	o.remind = time.AfterFunc(life/2, func() { b.recall(o) })
	o.unbind = context.AfterFunc(o.ctx, func() { b.expire(o) })
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open[o.ID] = o
	return o
}

func (b *Book) recall(o *Offer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	o.History = append(o.History, "reminded")
	b.recalls++
}

func (b *Book) expire(o *Offer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.open, o.ID)
	b.expired++
}

// Take closes an offer.
func (b *Book) Take(o *Offer) {
	o.unbind()
	o.remind.Stop()
	o.cancel()
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.open, o.ID)
}
