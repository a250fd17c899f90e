// Package place keeps what was used lately, in shards.
package place

import (
	"fmt"
	"hash/maphash"
	"sync"
)

type node[K comparable, V any] struct {
	key        K
	value      V
	prev, next *node[K, V]
}

type shard[K comparable, V any] struct {
	mu    sync.Mutex
	most  int
	nodes map[K]*node[K, V]
	ring  node[K, V] // its next is what was used last
}

// Shards has values by key.
type Shards[K comparable, V any] struct {
	seed   maphash.Seed
	shards []*shard[K, V]
}

// New has n shards of so many entries.
func New[K comparable, V any](n, most int) *Shards[K, V] {
	s := &Shards[K, V]{seed: maphash.MakeSeed()}
	for i := 0; i < n; i++ {
		one := &shard[K, V]{most: most, nodes: make(map[K]*node[K, V])}
		one.ring.prev, one.ring.next = &one.ring, &one.ring
		s.shards = append(s.shards, one)
	}
	return s
}

func (s *Shards[K, V]) of(key K) *shard[K, V] {
	var h maphash.Hash
	h.SetSeed(s.seed)
	_, _ = fmt.Fprint(&h, key)
	return s.shards[h.Sum64()%uint64(len(s.shards))]
}

// Get returns a value and counts it as used.
func (s *Shards[K, V]) Get(key K) (value V, found bool) {
	one := s.of(key)
	one.mu.Lock()
	defer one.mu.Unlock()
	n, found := one.nodes[key]
	if !found {
		return value, false
	}
	one.unlink(n)
	one.first(n)
	return n.value, true
}

// Put keeps a value.
func (s *Shards[K, V]) Put(key K, value V) {
	one := s.of(key)
	one.mu.Lock()
	defer one.mu.Unlock()
	if n, found := one.nodes[key]; found {
		n.value = value
		return
	}
	n := &node[K, V]{key: key, value: value}
	one.nodes[key] = n
	one.first(n)
	for len(one.nodes) > one.most {
		last := one.ring.prev
		one.unlink(last)
		delete(one.nodes, last.key)
	}
}

func (s *shard[K, V]) first(n *node[K, V]) {
	n.prev, n.next = &s.ring, s.ring.next
	n.next.prev, s.ring.next = n, n
}

func (s *shard[K, V]) unlink(n *node[K, V]) {
	n.prev.next, n.next.prev = n.next, n.prev
}
