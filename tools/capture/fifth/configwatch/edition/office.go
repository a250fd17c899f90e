// Package edition publishes settings, one edition after the other.
package edition

import (
	"fmt"
	"sync"
)

// Edition is the settings of a time. Replaced is closed when the next is out, or there will be none.
type Edition struct {
	Number   int
	Settings map[string]string
	Replaced chan struct{}
}

// Print prints an edition.
func Print(number int) *Edition {
	e := &Edition{Number: number, Settings: make(map[string]string), Replaced: make(chan struct{})}
	for i := 0; i < 600; i++ {
		e.Settings[fmt.Sprint("setting-", i)] = fmt.Sprint(number * i % 97)
	}
	return e
}

// Office has the edition of today.
type Office struct {
	mu     sync.RWMutex
	today  *Edition
	closed bool
}

// NewOffice begins with first.
func NewOffice(first *Edition) *Office { return &Office{today: first} }

// Today returns the edition that holds, and false when the office has closed.
func (o *Office) Today() (*Edition, bool) {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.today, !o.closed
}

// Publish puts next in the place of today's edition and wakes all who wait for it.
func (o *Office) Publish(next *Edition) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed {
		return
	}
	old := o.today
	o.today = next
	close(old.Replaced)
}

// Close wakes all for the last time.
func (o *Office) Close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.closed {
		o.closed = true
		close(o.today.Replaced)
	}
}
