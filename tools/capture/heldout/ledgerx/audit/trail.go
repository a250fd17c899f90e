// Package audit checks the books.
package audit

import (
	"sync"
	"time"
)

// Balanced is what can be reviewed.
type Balanced interface{ Balance() int }

// Trail sums up what was posted.
type Trail struct {
	mu  sync.Mutex
	sum int
}

// NewTrail starts at nothing.
func NewTrail() *Trail { return &Trail{} }

// Note adds a posting.
func (t *Trail) Note(cents int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sum += cents
}

// Review compares the sums.
func (t *Trail) Review(book Balanced) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	time.Sleep(3 * time.Millisecond)
	return book.Balance() == t.sum
}
