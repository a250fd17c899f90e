// Package cache has the latest snapshot of each kind and who waits for the next.
package cache

import "sync"

// Answer is a version of a kind.
type Answer struct {
	Kind    string
	Version int
	Body    []byte
}

// Cache answers watches.
type Cache struct {
	mu      sync.Mutex
	next    int
	watches map[string]map[int]chan<- Answer
}

// New has no watches.
func New() *Cache { return &Cache{watches: make(map[string]map[int]chan<- Answer)} }

// Watch puts the next version of kind into answers. The returned function cancels that.
func (c *Cache) Watch(kind string, answers chan<- Answer) func() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.next++
	id := c.next
	if c.watches[kind] == nil {
		c.watches[kind] = make(map[int]chan<- Answer)
	}
	c.watches[kind][id] = answers
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.watches[kind], id)
	}
}

// Set answers all watches of kind.
func (c *Cache) Set(kind string, version int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, answers := range c.watches[kind] {
		answers <- Answer{Kind: kind, Version: version, Body: make([]byte, 400)}
		delete(c.watches[kind], id)
	}
}
