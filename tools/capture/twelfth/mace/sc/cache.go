// Package sc caches what a function returns.
package sc

import (
	"runtime"
	"sync"
	"time"
)

type value[V any] struct {
	v       V
	created time.Time
}

type cache[K comparable, V any] struct {
	replace func(K) V
	ttl     time.Duration
	mu      sync.Mutex
	values  map[K]value[V]
}

// Cache is a cache with a cleaner, which ends when the cache is not referenced any more.
type Cache[K comparable, V any] struct {
	*cache[K, V]
	cleaner *cleaner[K, V]
}

type cleaner[K comparable, V any] struct {
	stop chan struct{}
}

// New caches what replace returns for some time.
func New[K comparable, V any](replace func(K) V, ttl time.Duration) *Cache[K, V] {
	inner := &cache[K, V]{replace: replace, ttl: ttl, values: make(map[K]value[V])}
	c := &Cache[K, V]{cache: inner, cleaner: &cleaner[K, V]{stop: make(chan struct{})}}
	go c.cleaner.run(inner, ttl/60)
	runtime.SetFinalizer(c, func(c *Cache[K, V]) { close(c.cleaner.stop) })
	return c
}

// Get returns the value of a key, or makes it.
func (c *cache[K, V]) Get(key K) V {
	c.mu.Lock()
	found, ok := c.values[key]
	c.mu.Unlock()
	if ok && time.Since(found.created) < c.ttl {
		return found.v
	}
	fresh := value[V]{v: c.replace(key), created: time.Now()}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = fresh
	return fresh.v
}

func (c *cache[K, V]) clean() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, v := range c.values {
		if time.Since(v.created) > c.ttl {
			delete(c.values, k)
		}
	}
}

func (c *cleaner[K, V]) run(inner *cache[K, V], period time.Duration) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			inner.clean()
		case <-c.stop:
			return
		}
	}
}
