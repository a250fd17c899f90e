// Package typed is sync.Map with types.
package typed

import "sync"

// Map is a concurrent map.
type Map[K comparable, V any] struct{ m sync.Map }

// Load returns the value under a key.
func (m *Map[K, V]) Load(key K) (V, bool) {
	v, ok := m.m.Load(key)
	if !ok {
		var none V
		return none, false
	}
	return v.(V), true
}

// Swap stores a value.
func (m *Map[K, V]) Swap(key K, value V) { m.m.Store(key, value) }
