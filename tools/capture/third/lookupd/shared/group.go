// Package shared lets those who ask the same at the same time share one answer.
package shared

import "sync"

type call[V any] struct {
	sync.WaitGroup
	value V
}

// Group has the questions being asked.
type Group[V any] struct {
	mu    sync.Mutex
	calls map[string]*call[V]
}

// NewGroup has none.
func NewGroup[V any]() *Group[V] { return &Group[V]{calls: make(map[string]*call[V])} }

// Do calls ask, or waits for who does already.
func (g *Group[V]) Do(key string, ask func() V) V {
	g.mu.Lock()
	if c, asked := g.calls[key]; asked {
		g.mu.Unlock()
		c.Wait()
		return c.value
	}
	c := new(call[V])
	c.Add(1)
	g.calls[key] = c
	g.mu.Unlock()

	c.value = ask()
	c.Done()

	g.mu.Lock()
	delete(g.calls, key)
	g.mu.Unlock()
	return c.value
}
