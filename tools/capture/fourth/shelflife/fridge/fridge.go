// Package fridge keeps values for some time.
package fridge

import (
	"context"
	"log"
	"sync"
	"time"
)

type portion[V any] struct {
	value   V
	until   time.Time
	expired func(V)
}

// Fridge keeps values until they expire.
type Fridge[K comparable, V any] struct {
	fresh  time.Duration
	mu     sync.Mutex
	stored map[K]portion[V]
}

// New keeps what is put into it for so long.
func New[K comparable, V any](fresh time.Duration) *Fridge[K, V] {
	return &Fridge[K, V]{fresh: fresh, stored: make(map[K]portion[V])}
}

// Put keeps value and calls expired with it when its time is over.
func (f *Fridge[K, V]) Put(key K, value V, expired func(V)) { f.store(key, value, expired) }

// PutQuiet keeps value and tells nobody when its time is over.
func (f *Fridge[K, V]) PutQuiet(key K, value V) { f.store(key, value, nil) }

func (f *Fridge[K, V]) store(key K, value V, expired func(V)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stored[key] = portion[V]{value: value, until: time.Now().Add(f.fresh), expired: expired}
}

// Get returns a value that is still fresh.
func (f *Fridge[K, V]) Get(key K) (value V, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	p, ok := f.stored[key]
	if !ok || time.Now().After(p.until) {
		return value, false
	}
	return p.value, true
}

// Sweep takes out what has expired, once each period.
func (f *Fridge[K, V]) Sweep(ctx context.Context, period time.Duration) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("fridge: %v", r)
		}
	}()
	for ctx.Err() == nil {
		time.Sleep(period)
		f.sweep(time.Now())
	}
}

func (f *Fridge[K, V]) sweep(now time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for key, p := range f.stored {
		if now.After(p.until) {
			p.expired(p.value)
			delete(f.stored, key)
		}
	}
}
