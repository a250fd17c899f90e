// Package snooze shows messages later.
package snooze

import (
	"sync"
	"time"
)

type message struct {
	number int
	text   [160]byte
}

// Box has a timer for each message.
type Box struct {
	mu     sync.Mutex
	timers map[int]*time.Timer
	shown  int
}

// NewBox is empty.
func NewBox() *Box { return &Box{timers: map[int]*time.Timer{}} }

// Snooze shows a message later.
func (b *Box) Snooze(number int, later time.Duration) {
	m := &message{number: number}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.timers[number] = time.AfterFunc(later, func() { b.show(m) })
}

func (b *Box) show(m *message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.shown++
	delete(b.timers, m.number)
}
