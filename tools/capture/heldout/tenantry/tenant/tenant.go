// Package tenant is what belongs to one customer.
package tenant

import (
	"context"
	"sync"
	"time"
)

// Tenant has its own mailbox and workers.
type Tenant struct {
	number  int
	mailbox chan int
	work    chan int
	mu      sync.Mutex
	dirty   []int
	until   time.Time
}

// Start brings a tenant up.
func Start(ctx context.Context, number int) *Tenant {
	t := &Tenant{number: number, mailbox: make(chan int), work: make(chan int, 4)}
	go t.sort()
	go t.flush(ctx)
	go t.renew()
	for range 3 {
		go t.toil()
	}
	return t
}

// Take puts something in the mailbox.
func (t *Tenant) Take(n int) { t.mailbox <- n }

func (t *Tenant) sort() {
	for {
		n := <-t.mailbox
		t.work <- n / 2
	}
}

func (t *Tenant) toil() {
	for n := range t.work {
		t.mu.Lock()
		t.dirty = append(t.dirty, n)
		t.mu.Unlock()
	}
}

func (t *Tenant) flush(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			t.mu.Lock()
			t.dirty = nil
			t.mu.Unlock()
		}
	}
}

func (t *Tenant) renew() {
	for {
		t.mu.Lock()
		t.until = time.Now().Add(time.Hour)
		t.mu.Unlock()
		time.Sleep(20 * time.Minute)
	}
}
