// Package bounded keeps the entries used last, up to a bound.
package bounded

import (
	"container/list"
	"sync"
)

// Cache drops the entry used longest ago when there are more than its bound.
type Cache[K comparable, V any] struct {
	bound int

	mu    sync.Mutex
	order *list.List
	known map[K]*list.Element
}

type pair[K comparable, V any] struct {
	key   K
	value V
}

// New has room for bound entries.
func New[K comparable, V any](bound int) *Cache[K, V] {
	return &Cache[K, V]{bound: bound, order: list.New(), known: make(map[K]*list.Element, bound)}
}

// Get returns the entry of key and counts it as used.
func (c *Cache[K, V]) Get(key K) (value V, found bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, found := c.known[key]
	if !found {
		return value, false
	}
	c.order.MoveToFront(at)
	return at.Value.(*pair[K, V]).value, true
}

// Put keeps an entry.
func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, found := c.known[key]; found {
		at.Value.(*pair[K, V]).value = value
		c.order.MoveToFront(at)
		return
	}
	c.known[key] = c.order.PushFront(&pair[K, V]{key: key, value: value})
	for c.order.Len() > c.bound {
		oldest := c.order.Back()
		delete(c.known, oldest.Value.(*pair[K, V]).key)
		c.order.Remove(oldest)
	}
}
