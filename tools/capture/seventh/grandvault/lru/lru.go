// Package lru is a cache that is bounded by the bytes it holds.
package lru

import (
	"container/list"
	"sync"
)

type entry struct {
	key   string
	block []byte
}

// Cache drops what was used longest ago.
type Cache struct {
	limit int

	mu    sync.Mutex
	bytes int
	used  *list.List
	items map[string]*list.Element
}

// New holds at most limit bytes.
func New(limit int) *Cache {
	return &Cache{limit: limit, used: list.New(), items: make(map[string]*list.Element)}
}

// Get returns a block that is held.
func (c *Cache) Get(key string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	held, ok := c.items[key]
	if !ok {
		return nil, false
	}
	c.used.MoveToFront(held)
	return held.Value.(*entry).block, true
}

// Add holds a block and makes room for it.
func (c *Cache) Add(key string, block []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, held := c.items[key]; held {
		return
	}
	c.items[key] = c.used.PushFront(&entry{key: key, block: block})
	for c.bytes += len(block); c.bytes > c.limit; {
		last := c.used.Remove(c.used.Back()).(*entry)
		delete(c.items, last.key)
		c.bytes -= len(last.block)
	}
}
