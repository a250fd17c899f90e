// Package once lets concurrent callers of one key share one call.
package once

import "sync"

type call struct {
	done  chan struct{}
	value string
}

// Calls is the calls in flight.
type Calls struct {
	mu      sync.Mutex
	pending map[int]*call
}

// New has none.
func New() *Calls { return &Calls{pending: make(map[int]*call)} }

// Do calls ask, or waits for the caller who already does.
func (c *Calls) Do(key int, ask func(int) string) string {
	c.mu.Lock()
	if leader, busy := c.pending[key]; busy {
		c.mu.Unlock()
		<-leader.done
		return leader.value
	}
	mine := &call{done: make(chan struct{})}
	c.pending[key] = mine
	c.mu.Unlock()
	mine.value = ask(key)
	c.mu.Lock()
	delete(c.pending, key)
	c.mu.Unlock()
	close(mine.done)
	return mine.value
}
