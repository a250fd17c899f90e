// Package tape keeps the newest records.
package tape

import "sync"

// Tape is meant as a ring.
type Tape[T any] struct {
	mu      sync.Mutex
	records []T
	at      int
}

// New has room for n records.
func New[T any](n int) *Tape[T] { return &Tape[T]{records: make([]T, 0, n)} }

// Record adds a record, over the oldest when the tape is full.
func (t *Tape[T]) Record(r T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.at > cap(t.records) {
		t.at = 0
	}
	if t.at < len(t.records) {
		t.records[t.at] = r
	} else {
		t.records = append(t.records, r)
	}
	t.at++
}
