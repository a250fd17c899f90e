// Package larder has so many places, of which the one whose hand was not on it lately is given to the next.
package larder

import "sync"

type place[K comparable, V any] struct {
	key     K
	value   V
	taken   bool
	touched bool
}

// Larder has places in a ring.
type Larder[K comparable, V any] struct {
	mu     sync.Mutex
	places []place[K, V]
	where  map[K]int
	hand   int
}

// New has n places.
func New[K comparable, V any](n int) *Larder[K, V] {
	return &Larder[K, V]{places: make([]place[K, V], n), where: make(map[K]int, n)}
}

// Get returns what is in the place of a key.
func (l *Larder[K, V]) Get(key K) (value V, found bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	at, found := l.where[key]
	if !found {
		return value, false
	}
	l.places[at].touched = true
	return l.places[at].value, true
}

// Put gives a key a place.
func (l *Larder[K, V]) Put(key K, value V) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if at, found := l.where[key]; found {
		l.places[at].value, l.places[at].touched = value, true
		return
	}
	for l.places[l.hand].touched {
		l.places[l.hand].touched = false
		l.hand = (l.hand + 1) % len(l.places)
	}
	if l.places[l.hand].taken {
		delete(l.where, l.places[l.hand].key)
	}
	l.places[l.hand] = place[K, V]{key: key, value: value, taken: true}
	l.where[key] = l.hand
	l.hand = (l.hand + 1) % len(l.places)
}
