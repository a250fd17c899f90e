// Package usage counts how often flags are asked for.
package usage

import "sync"

// Usage has a count for each flag.
type Usage struct {
	mu     sync.Mutex
	counts map[string]int
}

// New has counted nothing.
func New() *Usage { return &Usage{counts: make(map[string]int)} }

// Note counts one.
func (u *Usage) Note(flag string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.counts[flag]++
}

// Snapshot copies the counts.
func (u *Usage) Snapshot() map[string]int {
	u.mu.Lock()
	defer u.mu.Unlock()
	counts := make(map[string]int, len(u.counts))
	for flag, n := range u.counts {
		counts[flag] = n
	}
	return counts
}
