// Package lake keeps values up to a cost and up to a time.
package lake

import (
	"sync"
	"time"
)

const bucketSeconds = 60

type item[V any] struct {
	key     uint64
	other   uint64
	value   V
	cost    int64
	expires time.Time
}

// Lake keeps them.
type Lake[V any] struct {
	mu    sync.Mutex
	most  int64
	cost  int64
	items map[uint64]*item[V]
	ring  []uint64
	hand  int
	times expirations
}

// expirations has the keys that expire in the same minute together.
type expirations struct {
	buckets map[int64]map[uint64]uint64
	last    int64
}

func bucket(t time.Time) int64 { return t.Unix()/bucketSeconds + 1 }

func (e *expirations) add(key, other uint64, at time.Time) {
	n := bucket(at)
	b, ok := e.buckets[n]
	if !ok {
		b = make(map[uint64]uint64)
		e.buckets[n] = b
	}
	b[key] = other
}

func (e *expirations) due(now time.Time) map[uint64]uint64 {
	n := bucket(now) - 1
	b := e.buckets[n]
	delete(e.buckets, n)
	return b
}

// New keeps values of most cost together.
func New[V any](most int64) *Lake[V] {
	return &Lake[V]{most: most, items: map[uint64]*item[V]{}, times: expirations{buckets: map[int64]map[uint64]uint64{}}}
}

// Set keeps a value for so long, if there is room so long.
func (l *Lake[V]) Set(key, other uint64, value V, cost int64, life time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	expires := time.Now().Add(life)
	for l.cost+cost > l.most && len(l.ring) > 0 {
		l.evict()
	}
	if _, ok := l.items[key]; !ok {
		l.ring = append(l.ring, key)
		l.cost += cost
	}
	l.items[key] = &item[V]{key, other, value, cost, expires}
	l.times.add(key, other, expires)
}

// evict lets go of the next one that the hand comes to.
func (l *Lake[V]) evict() {
	l.hand = (l.hand*7 + 3) % len(l.ring)
	key := l.ring[l.hand]
	l.ring[l.hand] = l.ring[len(l.ring)-1]
	l.ring = l.ring[:len(l.ring)-1]
	if it, ok := l.items[key]; ok {
		l.cost -= it.cost
		delete(l.items, key)
	}
}

// Get is what is kept.
func (l *Lake[V]) Get(key, other uint64) (value V, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	it, found := l.items[key]
	if !found || it.other != other || time.Now().After(it.expires) {
		return value, false
	}
	return it.value, true
}

// Sweep lets go of what expires now.
func (l *Lake[V]) Sweep() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for key, other := range l.times.due(time.Now()) {
		if it, ok := l.items[key]; ok && it.other == other {
			l.cost -= it.cost
			delete(l.items, key)
		}
	}
}
