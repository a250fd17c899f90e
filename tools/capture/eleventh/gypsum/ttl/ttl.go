// Package ttl keeps values for a time.
package ttl

import (
	"sync"
	"time"
)

type entry[V any] struct {
	value V
	until time.Time
}

// Cache keeps values by key.
type Cache[K comparable, V any] struct {
	entries sync.Map
	keep    time.Duration
}

// New keeps them so long.
func New[K comparable, V any](keep time.Duration) *Cache[K, V] { return &Cache[K, V]{keep: keep} }

// Put keeps a value.
func (c *Cache[K, V]) Put(key K, value V) {
	c.entries.Store(key, &entry[V]{value: value, until: time.Now().Add(c.keep)})
}

// Get returns a value that is not too old.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	var none V
	found, ok := c.entries.Load(key)
	if !ok {
		return none, false
	}
	return found.(*entry[V]).value, true
}

// Sweep removes what is too old.
func (c *Cache[K, V]) Sweep() {
	now := time.Now()
	c.entries.Range(func(key, found any) bool {
		if now.After(found.(*entry[V]).until) {
			c.entries.Delete(key)
		}
		return true
	})
}
