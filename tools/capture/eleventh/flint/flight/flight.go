// Package flight does once what many ask for.
package flight

import "sync"

type call struct {
	done  sync.WaitGroup
	value any
}

// Group has calls that are on their way.
type Group struct {
	mu    sync.Mutex
	calls map[string]*call
}

// New has none.
func New() *Group { return &Group{calls: make(map[string]*call)} }

// Do calls load, or waits for who already does.
func (g *Group) Do(key string, load func() any) any {
	g.mu.Lock()
	if c, found := g.calls[key]; found {
		g.mu.Unlock()
		c.done.Wait()
		return c.value
	}
	c := &call{}
	c.done.Add(1)
	g.calls[key] = c
	g.mu.Unlock()
	c.value = load()
	c.done.Done()
	g.mu.Lock()
	delete(g.calls, key)
	g.mu.Unlock()
	return c.value
}
