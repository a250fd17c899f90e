// Package drawer keeps values up to so many bytes, and lets go of the one that was not wanted longest.
package drawer

import (
	"container/list"
	"sync"
)

// Drawer keeps values by key.
type Drawer[K comparable, V any] struct {
	mu    sync.Mutex
	size  func(V) int
	most  int
	bytes int
	order list.List
	at    map[K]*list.Element
}

type sheet[K comparable, V any] struct {
	key   K
	value V
}

// New keeps most bytes, as size counts them.
func New[K comparable, V any](most int, size func(V) int) *Drawer[K, V] {
	return &Drawer[K, V]{size: size, most: most, at: map[K]*list.Element{}}
}

// Get is what is kept.
func (d *Drawer[K, V]) Get(key K) (value V, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.at[key]
	if !ok {
		return value, false
	}
	d.order.MoveToFront(e)
	return e.Value.(*sheet[K, V]).value, true
}

// Put keeps a value.
func (d *Drawer[K, V]) Put(key K, value V) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e, ok := d.at[key]; ok {
		s := e.Value.(*sheet[K, V])
		d.bytes += d.size(value) - d.size(s.value)
		s.value = value
		d.order.MoveToFront(e)
	} else {
		d.at[key] = d.order.PushFront(&sheet[K, V]{key, value})
		d.bytes += d.size(value)
	}
	for d.bytes > d.most {
		s := d.order.Remove(d.order.Back()).(*sheet[K, V])
		delete(d.at, s.key)
		d.bytes -= d.size(s.value)
	}
}
