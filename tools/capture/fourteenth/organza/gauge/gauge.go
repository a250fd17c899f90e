// Package gauge remembers what was read, for a while.
package gauge

import (
	"sync"
	"time"

	"git.loadpoint.example/power/organza/bus"
)

// Forget is the topic that has all gauges read anew.
const Forget = "forget"

type gauge[T any] struct {
	mu   sync.Mutex
	read func() (T, error)
	life time.Duration
	at   time.Time
	last T
	err  error
}

// Cached reads by read, and again when what was read is older than life.
func Cached[T any](read func() (T, error), life time.Duration) func() (T, error) {
	g := &gauge[T]{read: read, life: life}
	bus.Default.Hear(Forget, g.forget)
	return g.get
}

func (g *gauge[T]) forget() {
	g.mu.Lock()
	g.at = time.Time{}
	g.mu.Unlock()
}

func (g *gauge[T]) get() (T, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if time.Since(g.at) > g.life {
		g.last, g.err = g.read()
		g.at = time.Now()
	}
	return g.last, g.err
}
