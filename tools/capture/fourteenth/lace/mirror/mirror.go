// Package mirror keeps copies of what is elsewhere, which hardly ever changes.
package mirror

import (
	"context"
	"sync"
	"time"

	"go.drapery.example/loom/start"
)

type delta struct{ key, value int }

// Mirror has one copy.
type Mirror struct {
	mu     sync.Mutex
	some   *sync.Cond
	queue  []delta
	copied map[int]int
	closed bool
}

// Run keeps mirror n until the context ends: one reads changes, one applies them, one looks at all from time to time.
func Run(ctx context.Context, n int) {
	m := &Mirror{copied: map[int]int{}}
	m.some = sync.NewCond(&m.mu)
	changes := make(chan delta)
	go m.reflect(ctx, changes)
	go m.process()
	go m.resync(ctx)
	start.Beat(ctx, 0.05+float64(n%7)/100, func(i int) { changes <- delta{i % 50, i} })
}

func (m *Mirror) reflect(ctx context.Context, changes <-chan delta) {
	for {
		select {
		case d := <-changes:
			m.mu.Lock()
			m.queue = append(m.queue, d)
			m.mu.Unlock()
			m.some.Signal()
		case <-ctx.Done():
			m.mu.Lock()
			m.closed = true
			m.mu.Unlock()
			m.some.Broadcast()
			return
		}
	}
}

func (m *Mirror) process() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for !m.closed {
		for len(m.queue) == 0 && !m.closed {
			m.some.Wait()
		}
		for _, d := range m.queue {
			m.copied[d.key] = d.value
		}
		m.queue = m.queue[:0]
	}
}

func (m *Mirror) resync(ctx context.Context) {
	for {
		select {
		case <-time.After(10 * time.Minute):
			m.some.Signal()
		case <-ctx.Done():
			return
		}
	}
}
