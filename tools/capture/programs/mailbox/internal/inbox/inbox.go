// Package inbox is typed mailboxes found by number.
package inbox

import "sync"

// Box takes letters.
type Box[T any] struct{ letters chan T }

// Directory is the boxes in use.
type Directory[T any] struct {
	mu    sync.RWMutex
	boxes map[int]*Box[T]
}

// NewDirectory is empty.
func NewDirectory[T any]() *Directory[T] { return &Directory[T]{boxes: make(map[int]*Box[T])} }

// Add makes a box.
func (d *Directory[T]) Add(id int) *Box[T] {
	box := &Box[T]{letters: make(chan T, 4)}
	d.mu.Lock()
	d.boxes[id] = box
	d.mu.Unlock()
	return box
}

// Send puts a letter into a box and says whether there is such a box with room.
func (d *Directory[T]) Send(id int, letter T) bool {
	d.mu.RLock()
	box, found := d.boxes[id]
	d.mu.RUnlock()
	if !found {
		return false
	}
	select {
	case box.letters <- letter:
		return true
	default:
		return false
	}
}

// Retire takes a box out of the directory.
func (d *Directory[T]) Retire(id int) {
	d.mu.Lock()
	delete(d.boxes, id)
	d.mu.Unlock()
}

// Take returns the next letter, and false when there are no more.
func (b *Box[T]) Take() (T, bool) {
	letter, open := <-b.letters
	return letter, open
}
