// Package ttl keeps values for a time.
package ttl

import (
	"sync"
	"time"
)

// Values are kept by a key and forgotten some time after they were set last.
type Values[V any] struct {
	life time.Duration
	mu   sync.Mutex
	of   map[string]V
	set  map[string]time.Time
}

// New keeps each value for a life.
func New[V any](life time.Duration) *Values[V] {
	return &Values[V]{life: life, of: make(map[string]V), set: make(map[string]time.Time)}
}

// Set keeps a value anew.
func (v *Values[V]) Set(key string, value V) {
	v.mu.Lock()
	defer v.mu.Unlock()
	at := time.Now()
	v.of[key], v.set[key] = value, at
	v.expire(key, value, at)
}

func (v *Values[V]) expire(key string, value V, at time.Time) {
	time.AfterFunc(v.life, func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		if v.set[key].Equal(at) {
			v.forget(key, value)
		}
	})
}

func (v *Values[V]) forget(key string, _ V) {
	delete(v.of, key)
	delete(v.set, key)
}

// Get returns a value.
func (v *Values[V]) Get(key string) (V, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	value, ok := v.of[key]
	return value, ok
}
