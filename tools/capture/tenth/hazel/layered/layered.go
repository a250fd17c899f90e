// Package layered is a cache whose worker lets old entries go.
package layered

import (
	"sync"
	"time"
)

type entry struct {
	value []byte
	until time.Time
}

// Cache has so many entries.
type Cache struct {
	mu      sync.Mutex
	size    int
	entries map[string]entry
	stop    chan struct{}
}

// New has room for size entries; Stop ends it.
func New(size int) *Cache {
	c := &Cache{size: size, entries: make(map[string]entry), stop: make(chan struct{})}
	go c.work()
	return c
}

// Stop ends the worker.
func (c *Cache) Stop() { close(c.stop) }

// Get returns an entry.
func (c *Cache) Get(key string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	return e.value, ok
}

// Set makes an entry.
func (c *Cache) Set(key string, value []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[key] = entry{value: value, until: time.Now().Add(time.Minute)}
}

func (c *Cache) work() {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-c.stop:
			return
		case now := <-ticker.C:
			c.sweep(now)
		}
	}
}

func (c *Cache) sweep(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, e := range c.entries {
		if now.After(e.until) || len(c.entries) > c.size {
			delete(c.entries, key)
		}
	}
}
