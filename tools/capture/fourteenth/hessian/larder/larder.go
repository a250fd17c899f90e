// Package larder keeps things up to a number of bytes; what was not wanted longest goes first.
package larder

import (
	"container/list"
	"sync"
)

// Sized is something that knows how large it is.
type Sized interface{ Size() int }

type jar[K comparable, V Sized] struct {
	key   K
	value V
}

// Larder keeps them.
type Larder[K comparable, V Sized] struct {
	mu     sync.Mutex
	most   int
	stored int
	jars   map[K]*list.Element
	order  *list.List
}

// New has room for most bytes.
func New[K comparable, V Sized](most int) *Larder[K, V] {
	return &Larder[K, V]{most: most, jars: map[K]*list.Element{}, order: list.New()}
}

// Get is what is kept for a key.
func (l *Larder[K, V]) Get(key K) (V, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, ok := l.jars[key]; ok {
		l.order.MoveToFront(e)
		return e.Value.(*jar[K, V]).value, true
	}
	var none V
	return none, false
}

// Put keeps a value, in the place of the one before.
func (l *Larder[K, V]) Put(key K, value V) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, ok := l.jars[key]; ok {
		old := e.Value.(*jar[K, V])
		l.stored -= old.value.Size()
		old.value = value
		l.order.MoveToFront(e)
		return
	}
	l.stored += value.Size()
	l.jars[key] = l.order.PushFront(&jar[K, V]{key, value})
	for l.stored > l.most && l.order.Len() > 1 {
		l.drop(l.order.Back())
	}
}

func (l *Larder[K, V]) drop(e *list.Element) {
	j := l.order.Remove(e).(*jar[K, V])
	delete(l.jars, j.key)
	l.stored -= j.value.Size()
}
