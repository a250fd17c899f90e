// Package lru is a cache of bounded length that forgets what was used longest ago.
package lru

import (
	"container/list"
	"sync"
)

type entry[K comparable, V any] struct {
	key   K
	value V
}

// Cache holds at most its bound of entries.
type Cache[K comparable, V any] struct {
	mu    sync.Mutex
	bound int
	order *list.List
	index map[K]*list.Element
}

// New returns an empty cache for bound entries.
func New[K comparable, V any](bound int) *Cache[K, V] {
	return &Cache[K, V]{bound: bound, order: list.New(), index: make(map[K]*list.Element)}
}

// Get returns what is kept under key.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.index[key]
	if !ok {
		return value, false
	}
	c.order.MoveToFront(at)
	return at.Value.(*entry[K, V]).value, true
}

// Add keeps value under key and forgets the oldest entry when there are too many; it returns what was forgotten.
func (c *Cache[K, V]) Add(key K, value V) (old V, evicted bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.index[key]; ok {
		at.Value.(*entry[K, V]).value = value
		c.order.MoveToFront(at)
		return old, false
	}
	c.index[key] = c.order.PushFront(&entry[K, V]{key, value})
	if c.order.Len() <= c.bound {
		return old, false
	}
	last := c.order.Remove(c.order.Back()).(*entry[K, V])
	delete(c.index, last.key)
	return last.value, true
}
