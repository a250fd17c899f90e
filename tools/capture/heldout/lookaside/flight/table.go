// Package flight lets callers who want the same thing share one call.
package flight

import "sync"

type call[V any] struct {
	done  chan struct{}
	value V
}

// Table has the calls under way.
type Table[V any] struct {
	mu    sync.Mutex
	calls map[int]*call[V]
}

// NewTable is empty.
func NewTable[V any]() *Table[V] { return &Table[V]{calls: map[int]*call[V]{}} }

// Do returns what fetch returns, of this call or of one that is under way.
func (t *Table[V]) Do(key int, fetch func() V) V {
	t.mu.Lock()
	if c, ok := t.calls[key]; ok {
		t.mu.Unlock()
		<-c.done
		return c.value
	}
	c := &call[V]{done: make(chan struct{})}
	t.calls[key] = c
	t.mu.Unlock()

	c.value = fetch()
	close(c.done)

	t.mu.Lock()
	delete(t.calls, key)
	t.mu.Unlock()
	return c.value
}
