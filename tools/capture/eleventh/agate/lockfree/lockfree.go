// Package lockfree is a map that nobody has to lock.
package lockfree

import "sync/atomic"

type node[V any] struct {
	key   uint64
	gone  atomic.Bool
	value atomic.Pointer[V]
	next  atomic.Pointer[node[V]]
}

// Map has a list of nodes for each bucket.
type Map[V any] struct{ heads []atomic.Pointer[node[V]] }

// New has n buckets.
func New[V any](n int) *Map[V] { return &Map[V]{heads: make([]atomic.Pointer[node[V]], n)} }

func (m *Map[V]) find(key uint64) *node[V] {
	for n := m.heads[key%uint64(len(m.heads))].Load(); n != nil; n = n.next.Load() {
		if n.key == key && !n.gone.Load() {
			return n
		}
	}
	return nil
}

// Get returns the value of a key, or nil.
func (m *Map[V]) Get(key uint64) *V {
	if n := m.find(key); n != nil {
		return n.value.Load()
	}
	return nil
}

// Set gives a key a value.
func (m *Map[V]) Set(key uint64, value *V) {
	if n := m.find(key); n != nil {
		n.value.Store(value)
		return
	}
	head := &m.heads[key%uint64(len(m.heads))]
	fresh := &node[V]{key: key}
	fresh.value.Store(value)
	for {
		first := head.Load()
		fresh.next.Store(first)
		if head.CompareAndSwap(first, fresh) {
			return
		}
	}
}

// Delete removes a key.
func (m *Map[V]) Delete(key uint64) {
	if n := m.find(key); n != nil {
		n.gone.Store(true)
	}
}

// Each calls with every key that is there.
func (m *Map[V]) Each(call func(key uint64, value *V)) {
	for i := range m.heads {
		for n := m.heads[i].Load(); n != nil; n = n.next.Load() {
			if !n.gone.Load() {
				call(n.key, n.value.Load())
			}
		}
	}
}
