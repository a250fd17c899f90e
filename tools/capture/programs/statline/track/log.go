// Package track keeps logs.
package track

import "sync"

// Log is a list of entries.
type Log[T any] struct {
	mu      sync.Mutex
	entries []T
}

// Append adds an entry.
func (l *Log[T]) Append(entry T) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, entry)
}
