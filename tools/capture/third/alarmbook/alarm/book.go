// Package alarm has alarms, one for each person.
package alarm

import (
	"sync"
	"time"
)

type alarm struct {
	person int
	timer  *time.Timer
	text   [160]byte
}

// Book has all alarms.
type Book struct {
	mu     sync.Mutex
	alarms map[int]*alarm
	rung   int
}

// NewBook has none.
func NewBook() *Book { return &Book{alarms: make(map[int]*alarm)} }

// Set sets somebody's alarm, in the place of the one before.
func (b *Book) Set(person int, in time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if old, ok := b.alarms[person]; ok {
		old.timer.Stop()
	}
	a := &alarm{person: person}
	a.timer = time.AfterFunc(in, func() { b.ring(a) })
	b.alarms[person] = a
}

// ring rings and sets the alarm again.
func (b *Book) ring(a *alarm) {
	b.mu.Lock()
	b.rung++
	b.mu.Unlock()
	b.Set(a.person, time.Minute)
}
