// Package wheel calls functions when their slot comes.
package wheel

import "sync"

// Entry is a function in a slot.
type Entry struct {
	call       func()
	prev, next *Entry
}

func (e *Entry) unlink() {
	if e.prev == nil {
		return
	}
	e.prev.next, e.next.prev = e.next, e.prev
	e.prev, e.next = nil, nil
}

// Wheel has slots in a ring.
type Wheel struct {
	mu    sync.Mutex
	slots []Entry
	at    int
}

// New has n empty slots.
func New(n int) *Wheel {
	w := &Wheel{slots: make([]Entry, n)}
	for i := range w.slots {
		w.slots[i].prev, w.slots[i].next = &w.slots[i], &w.slots[i]
	}
	return w
}

// Put calls a function after so many turns, fewer than there are slots.
func (w *Wheel) Put(turns int, call func()) *Entry {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := &Entry{call: call}
	w.link(e, turns)
	return e
}

// Move puts an entry elsewhere. It tells whether the entry was still there.
func (w *Wheel) Move(e *Entry, turns int) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if e.prev == nil {
		return false
	}
	e.unlink()
	w.link(e, turns)
	return true
}

func (w *Wheel) link(e *Entry, turns int) {
	slot := &w.slots[(w.at+turns)%len(w.slots)]
	e.prev, e.next = slot.prev, slot
	slot.prev.next, slot.prev = e, e
}

// Turn comes to the next slot.
func (w *Wheel) Turn() {
	w.mu.Lock()
	w.at = (w.at + 1) % len(w.slots)
	slot := &w.slots[w.at]
	var due []*Entry
	for e := slot.next; e != slot; e = slot.next {
		e.unlink()
		due = append(due, e)
	}
	w.mu.Unlock()
	for _, e := range due {
		e.call()
	}
}
