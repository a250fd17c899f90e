// Package fetchlocks lets one fetch of an address go at a time.
package fetchlocks

import (
	"sync"
	"time"
)

// Locks has a lock for each address.
type Locks struct {
	sync.RWMutex
	byAddress map[string]*sync.Mutex
}

// Lock locks an address.
func (l *Locks) Lock(address string) {
	l.RWMutex.Lock()
	defer l.RWMutex.Unlock()
	if _, ok := l.byAddress[address]; !ok {
		l.byAddress[address] = &sync.Mutex{}
	}
	l.byAddress[address].Lock()
}

// Unlock unlocks it.
func (l *Locks) Unlock(address string) {
	l.RWMutex.RLock()
	defer l.RWMutex.RUnlock()
	if m, ok := l.byAddress[address]; ok {
		m.Unlock()
	}
}

// Get fetches an address.
func Get(l *Locks, address string) {
	l.Lock(address)
	time.Sleep(5 * time.Millisecond)
	l.Unlock(address)
}

// Run fetches two addresses over and over.
func Run(int) {
	l := &Locks{byAddress: map[string]*sync.Mutex{}}
	for _, address := range []string{"a", "b"} {
		for i := 0; i < 4; i++ {
			go func(address string) {
				for turn := 0; turn < 100; turn++ {
					Get(l, address)
				}
			}(address)
		}
	}
}
