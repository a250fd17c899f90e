// Package once asks for a key once, however many want it.
package once

import "sync"

type call struct {
	wg    sync.WaitGroup
	value string
	err   error
}

// Calls are those under way.
type Calls struct {
	mu    sync.Mutex
	under map[string]*call
}

// New has none.
func New() *Calls { return &Calls{under: make(map[string]*call)} }

// Do returns what ask returned, to all who came meanwhile.
func (c *Calls) Do(key string, ask func() (string, error)) (string, error) {
	c.mu.Lock()
	if before, found := c.under[key]; found {
		c.mu.Unlock()
		before.wg.Wait()
		return before.value, before.err
	}
	mine := &call{}
	mine.wg.Add(1)
	c.under[key] = mine
	c.mu.Unlock()
	mine.value, mine.err = ask()
	mine.wg.Done()
	c.mu.Lock()
	delete(c.under, key)
	c.mu.Unlock()
	return mine.value, mine.err
}
