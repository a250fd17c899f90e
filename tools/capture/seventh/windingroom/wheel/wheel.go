// Package wheel reminds at coarse times.
package wheel

import (
	"context"
	"sync"
	"time"
)

// Wheel has slots of names.
type Wheel struct {
	tick time.Duration

	mu       sync.Mutex
	slots    [][]string
	at       int
	reminded int
}

// New has so many slots, one for each tick.
func New(slots int, tick time.Duration) *Wheel {
	return &Wheel{tick: tick, slots: make([][]string, slots)}
}

// Remind notes a name for later.
func (w *Wheel) Remind(name string, after time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	slot := (w.at + int(after/w.tick)) % len(w.slots)
	w.slots[slot] = append(w.slots[slot], name)
}

// Run turns the wheel.
func (w *Wheel) Run(ctx context.Context) {
	turn := time.NewTicker(w.tick)
	defer turn.Stop()
	for {
		select {
		case <-turn.C:
			w.mu.Lock()
			w.at = (w.at + 1) % len(w.slots)
			w.reminded += len(w.slots[w.at])
			w.slots[w.at] = nil
			w.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
