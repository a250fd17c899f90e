// Package wheel is a timing wheel.
package wheel

import "sync"

type entry struct {
	id      int
	payload [200]byte
	next    *entry
}

// Wheel has slots that come up one by one.
type Wheel struct {
	mu      sync.Mutex
	slots   []*entry
	at      int
	alive   map[int]*entry
	expired int
}

// New has n slots.
func New(n int) *Wheel { return &Wheel{slots: make([]*entry, n), alive: map[int]*entry{}} }

// Add puts an entry in the slot that comes up after so many turns.
func (w *Wheel) Add(id, turns int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	slot := (w.at + turns) % len(w.slots)
	e := &entry{id: id, next: w.slots[slot]}
	w.slots[slot] = e
	w.alive[id] = e
}

// Turn expires the next slot.
func (w *Wheel) Turn() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = (w.at + 1) % len(w.slots)
	for e := w.slots[w.at]; e != nil; e = e.next {
		delete(w.alive, e.id)
		w.expired++
	}
	w.slots[w.at] = nil
}
