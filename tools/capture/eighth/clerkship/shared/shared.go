// Package shared asks once for all who want the same.
package shared

import "sync"

type flight struct {
	over  sync.WaitGroup
	value []byte
}

// Flights are those under way.
type Flights struct {
	mu    sync.Mutex
	under map[int]*flight
}

// New has none.
func New() *Flights { return &Flights{under: make(map[int]*flight)} }

// Do returns what ask returned to who came first.
func (f *Flights) Do(key int, ask func() []byte) []byte {
	f.mu.Lock()
	if first, found := f.under[key]; found {
		f.mu.Unlock()
		first.over.Wait()
		return first.value
	}
	mine := &flight{}
	mine.over.Add(1)
	f.under[key] = mine
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		delete(f.under, key)
		f.mu.Unlock()
		mine.over.Done()
	}()
	mine.value = ask()
	return mine.value
}
