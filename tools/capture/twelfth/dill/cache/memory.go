// Package cache keeps values by keys: for some time, or the latest.
package cache

import (
	"errors"
	"sync"
	"time"
)

// ErrMissing is what Get says of an unknown key.
var ErrMissing = errors.New("cache: no such key")

type item struct {
	payload []byte
	expires time.Time
}

// Memory keeps values until their time is over.
type Memory struct {
	mu    sync.RWMutex
	items map[string]item
}

// NewMemory is empty.
func NewMemory() *Memory { return &Memory{items: make(map[string]item)} }

// Set keeps a value for some time.
func (m *Memory) Set(key string, value []byte, ttl time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.items[key] = item{payload: append([]byte(nil), value...), expires: time.Now().Add(ttl)}
}

// Get returns a value whose time is not over.
func (m *Memory) Get(key string) ([]byte, error) {
	m.mu.RLock()
	found, ok := m.items[key]
	m.mu.RUnlock()
	if !ok {
		return nil, ErrMissing
	}
	if time.Now().After(found.expires) {
		m.mu.Lock()
		delete(m.items, key)
		m.mu.Unlock()
		return nil, ErrMissing
	}
	return found.payload, nil
}

// Delete forgets a key.
func (m *Memory) Delete(key string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.items, key)
}
