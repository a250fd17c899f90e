// Package shelf keeps what was used last, up to a number of bytes.
package shelf

import "sync"

type entry[K comparable, V any] struct {
	key          K
	value        V
	bytes        int
	newer, older *entry[K, V]
}

// Shelf is bounded by bytes.
type Shelf[K comparable, V any] struct {
	mu             sync.Mutex
	limit, bytes   int
	size           func(V) int
	index          map[K]*entry[K, V]
	newest, oldest *entry[K, V]
}

// New returns an empty shelf for limit bytes, as size counts them.
func New[K comparable, V any](limit int, size func(V) int) *Shelf[K, V] {
	return &Shelf[K, V]{limit: limit, size: size, index: make(map[K]*entry[K, V])}
}

// Get returns what is kept under key.
func (s *Shelf[K, V]) Get(key K) (value V, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.index[key]
	if !ok {
		return value, false
	}
	s.unlink(e)
	s.push(e)
	return e.value, true
}

// Put keeps value and lets go of the oldest until there is room.
func (s *Shelf[K, V]) Put(key K, value V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.index[key]; ok {
		s.drop(old)
	}
	e := &entry[K, V]{key: key, value: value, bytes: s.size(value)}
	s.index[key] = e
	s.bytes += e.bytes
	s.push(e)
	for s.bytes > s.limit {
		s.drop(s.oldest)
	}
}

func (s *Shelf[K, V]) drop(e *entry[K, V]) {
	s.unlink(e)
	s.bytes -= e.bytes
	delete(s.index, e.key)
}

func (s *Shelf[K, V]) push(e *entry[K, V]) {
	e.older, e.newer = s.newest, nil
	if s.newest != nil {
		s.newest.newer = e
	}
	s.newest = e
	if s.oldest == nil {
		s.oldest = e
	}
}

func (s *Shelf[K, V]) unlink(e *entry[K, V]) {
	if e.newer != nil {
		e.newer.older = e.older
	} else {
		s.newest = e.older
	}
	if e.older != nil {
		e.older.newer = e.newer
	} else {
		s.oldest = e.newer
	}
}
