// Package segmented is a cache in segments of two lists each: newcomers, and those who were asked for again.
package segmented

import "sync"

// Cache keeps at most segments × (fresh + proven) values.
type Cache[K comparable, V any] struct {
	segments []segment[K, V]
	spread   func(K) uint32
}

type segment[K comparable, V any] struct {
	mu            sync.Mutex
	byKey         map[K]*node[K, V]
	fresh, proven ring[K, V]
	sizes         [2]int
}

// New is an empty cache; spread tells which segment a key belongs to.
func New[K comparable, V any](segments, fresh, proven int, spread func(K) uint32) *Cache[K, V] {
	c := &Cache[K, V]{segments: make([]segment[K, V], segments), spread: spread}
	for i := range c.segments {
		s := &c.segments[i]
		s.byKey = make(map[K]*node[K, V])
		s.sizes = [2]int{fresh, proven}
		s.fresh.init()
		s.proven.init()
	}
	return c
}

func (c *Cache[K, V]) segment(key K) *segment[K, V] {
	return &c.segments[int(c.spread(key))%len(c.segments)]
}

// Get returns the value of key and promotes it.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	s := c.segment(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.byKey[key]
	if !ok {
		return value, false
	}
	s.promote(n)
	return n.value, true
}

// Put sets the value of a key; the oldest newcomer makes room.
func (c *Cache[K, V]) Put(key K, value V) {
	s := c.segment(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	if n, ok := s.byKey[key]; ok {
		n.value = value
		return
	}
	n := &node[K, V]{key: key, value: value}
	s.byKey[key] = n
	s.fresh.pushFront(n)
	s.trim()
}

// promote moves n to the front of the proven; who falls out there is a newcomer again.
func (s *segment[K, V]) promote(n *node[K, V]) {
	n.home.remove(n)
	s.proven.pushFront(n)
	if s.proven.length > s.sizes[1] {
		demoted := s.proven.last()
		s.proven.remove(demoted)
		s.fresh.pushFront(demoted)
		s.trim()
	}
}

func (s *segment[K, V]) trim() {
	for s.fresh.length > s.sizes[0] {
		oldest := s.fresh.last()
		s.fresh.remove(oldest)
		delete(s.byKey, oldest.key)
	}
}
