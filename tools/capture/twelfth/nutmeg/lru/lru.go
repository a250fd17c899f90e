// Package lru is a cache of what was used last.
package lru

import "container/list"

type pair[K comparable, V any] struct {
	key   K
	value V
}

// Cache has room for a number of entries.
type Cache[K comparable, V any] struct {
	limit   int
	order   *list.List
	entries map[K]*list.Element
}

// New has room for limit entries.
func New[K comparable, V any](limit int) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, order: list.New(), entries: make(map[K]*list.Element)}
}

// Add adds an entry; the one used least lately goes when there is no room.
func (c *Cache[K, V]) Add(key K, value V) {
	c.entries[key] = c.order.PushFront(&pair[K, V]{key, value})
	if c.order.Len() > c.limit {
		last := c.order.Back()
		c.order.Remove(last)
		delete(c.entries, last.Value.(*pair[K, V]).key)
	}
}

// Get returns an entry.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	if e, found := c.entries[key]; found {
		c.order.MoveToFront(e)
		return e.Value.(*pair[K, V]).value, true
	}
	return value, false
}

// Remove removes an entry.
func (c *Cache[K, V]) Remove(key K) {
	if e, found := c.entries[key]; found {
		c.order.Remove(e)
		delete(c.entries, key)
	}
}
