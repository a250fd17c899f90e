// Package partition is an ordered log in memory.
package partition

import (
	"container/list"
	"context"
	"sync"
	"time"
)

// Partition hands out messages in the order they came.
type Partition struct {
	mu       sync.Mutex
	messages list.List
	consumed int
}

// New starts with a backlog.
func New(backlog int) *Partition {
	p := &Partition{}
	for n := range backlog {
		p.Append(n)
	}
	return p
}

// Append adds message n.
func (p *Partition) Append(n int) {
	body := make([]byte, 5000)
	body[0] = byte(n)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.messages.PushBack(body)
}

// Consume takes one message each pause, if there is one.
func (p *Partition) Consume(ctx context.Context, pause time.Duration) {
	turn := time.NewTicker(pause)
	defer turn.Stop()
	for {
		select {
		case <-turn.C:
			p.mu.Lock()
			if first := p.messages.Front(); first != nil {
				p.messages.Remove(first)
				p.consumed++
			}
			p.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
