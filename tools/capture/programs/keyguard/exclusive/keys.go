// Package exclusive gives one lock per key.
package exclusive

import "sync"

// Keys holds the locks.
type Keys struct {
	mu    sync.Mutex
	locks map[string]*sync.Mutex
}

// NewKeys returns an empty set of locks.
func NewKeys() *Keys { return &Keys{locks: map[string]*sync.Mutex{}} }

// For returns the lock of key.
func (k *Keys) For(key string) *sync.Mutex {
	k.mu.Lock()
	defer k.mu.Unlock()
	lock, ok := k.locks[key]
	if !ok {
		lock = new(sync.Mutex)
		k.locks[key] = lock
	}
	return lock
}
