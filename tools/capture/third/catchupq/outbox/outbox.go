// Package outbox has letters to be sent.
package outbox

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Letter is one of them.
type Letter struct {
	To   string
	Text []byte
	next *Letter
}

// Outbox is a list of letters, the oldest first.
type Outbox struct {
	mu          sync.Mutex
	filled      *sync.Cond
	first, last *Letter
	length      int
	sent        int
}

// New is empty.
func New() *Outbox {
	o := &Outbox{}
	o.filled = sync.NewCond(&o.mu)
	return o
}

// Compose writes the n-th letter.
func Compose(n int) *Letter {
	return &Letter{To: fmt.Sprintf("customer-%d@example.net", n), Text: make([]byte, 900)}
}

// Add puts a letter at the end.
func (o *Outbox) Add(l *Letter) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.last == nil {
		o.first = l
	} else {
		o.last.next = l
	}
	o.last = l
	o.length++
	o.filled.Signal()
}

// Len says how many wait.
func (o *Outbox) Len() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.length
}

func (o *Outbox) take() *Letter {
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.first == nil {
		o.filled.Wait()
	}
	l := o.first
	if o.first = l.next; o.first == nil {
		o.last = nil
	}
	o.length--
	return l
}

// Send sends letters, perSecond at most.
func (o *Outbox) Send(ctx context.Context, perSecond int) {
	pace := time.NewTicker(time.Second / time.Duration(perSecond))
	defer pace.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-pace.C:
			l := o.take()
			o.mu.Lock()
			o.sent += len(l.To) & 1
			o.mu.Unlock()
		}
	}
}
