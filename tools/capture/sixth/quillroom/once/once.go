// Package once keeps each of equal values once.
package once

import "sync"

// Set makes a value the first time that its key is seen.
type Set[K comparable, V any] struct {
	mu     sync.RWMutex
	values map[K]*V
	build  func(K) *V
}

// NewSet builds values with build.
func NewSet[K comparable, V any](build func(K) *V) *Set[K, V] {
	return &Set[K, V]{values: make(map[K]*V), build: build}
}

// Of returns the value of key, always the same.
func (s *Set[K, V]) Of(key K) *V {
	s.mu.RLock()
	v, ok := s.values[key]
	s.mu.RUnlock()
	if ok {
		return v
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok = s.values[key]; !ok {
		v = s.build(key)
		s.values[key] = v
	}
	return v
}
