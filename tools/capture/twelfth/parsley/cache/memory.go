// Package cache keeps values for some time.
package cache

import (
	"sync"
	"time"
)

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
func (m *Memory) Get(key string) ([]byte, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	found, ok := m.items[key]
	if !ok || time.Now().After(found.expires) {
		return nil, false
	}
	return found.payload, true
}

// Sweep drops what is over.
func (m *Memory) Sweep() {
	now := time.Now()
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, i := range m.items {
		if now.After(i.expires) {
			delete(m.items, key)
		}
	}
}
