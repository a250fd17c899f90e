// Package lease is what somebody holds for a while.
package lease

import (
	"sync"
	"time"

	"git.horology.example/lease/windingroom/wheel"
)

type held struct {
	name    string
	ends    *time.Timer
	renewed int
	note    [200]byte
}

// Book has all leases.
type Book struct {
	length    time.Duration
	reminders *wheel.Wheel

	mu    sync.Mutex
	held  map[string]*held
	ended int
}

// NewBook has leases of length.
func NewBook(length time.Duration, reminders *wheel.Wheel) *Book {
	return &Book{length: length, reminders: reminders, held: make(map[string]*held)}
}

// Renew begins a lease or prolongs it.
func (b *Book) Renew(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h, known := b.held[name]
	if known {
		h.ends.Stop()
	} else {
		h = &held{name: name}
		b.held[name] = h
	}
	h.renewed++
	renewed := h.renewed
	h.ends = time.AfterFunc(b.length, func() { b.end(h, renewed) })
	b.reminders.Remind(name, b.length/2)
}

func (b *Book) end(h *held, renewed int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if h.renewed == renewed {
		delete(b.held, h.name)
		b.ended++
	}
}
