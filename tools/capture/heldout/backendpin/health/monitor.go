// Package health watches a backend.
package health

import (
	"context"
	"sync/atomic"
	"time"
)

// Monitor knows whether its backend is up.
type Monitor struct {
	Up      atomic.Bool
	results chan bool
}

// Start probes a backend until the context ends.
func Start(ctx context.Context, backend int) *Monitor {
	m := &Monitor{results: make(chan bool)}
	quit := make(chan struct{})
	go m.probe(ctx, backend)
	go m.watch(quit)
	return m
}

func (m *Monitor) probe(ctx context.Context, backend int) {
	turn := time.NewTicker(300 * time.Millisecond)
	defer turn.Stop()
	for n := 0; ; n++ {
		select {
		case <-turn.C:
			m.results <- (backend+n)%19 != 0
		case <-ctx.Done():
			return
		}
	}
}

func (m *Monitor) watch(quit <-chan struct{}) {
	for {
		select {
		case up := <-m.results:
			m.Up.Store(up)
		case <-quit:
			return
		}
	}
}
