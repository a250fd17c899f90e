// Package shards keeps bytes by key, the least recently used ones go first.
package shards

import (
	"container/list"
	"sync"
)

// Key is what shards are chosen by.
type Key interface{ ~uint64 | ~uint32 }

type item[K Key] struct {
	key   K
	value []byte
}

type shard[K Key] struct {
	mu    sync.Mutex
	bound int
	bytes int
	order *list.List
	items map[K]*list.Element
}

// Shards are by the key's rest.
type Shards[K Key] struct{ all []*shard[K] }

// New has n shards with a bound in bytes each.
func New[K Key](n, bound int) *Shards[K] {
	s := &Shards[K]{}
	for i := 0; i < n; i++ {
		s.all = append(s.all, &shard[K]{bound: bound, order: list.New(), items: make(map[K]*list.Element)})
	}
	return s
}

// Get returns what a key has.
func (s *Shards[K]) Get(key K) ([]byte, bool) { return s.all[int(key%K(len(s.all)))].get(key) }

// Put gives a key a value.
func (s *Shards[K]) Put(key K, value []byte) { s.all[int(key%K(len(s.all)))].put(key, value) }

func (s *shard[K]) get(key K) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, found := s.items[key]
	if !found {
		return nil, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*item[K]).value, true
}

func (s *shard[K]) put(key K, value []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[key] = s.order.PushFront(&item[K]{key: key, value: value})
	for s.bytes += len(value); s.bytes > s.bound; {
		last := s.order.Remove(s.order.Back()).(*item[K])
		s.bytes -= len(last.value)
		delete(s.items, last.key)
	}
}
