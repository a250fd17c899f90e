// Package box has what came for whom.
package box

import "sync"

type box struct {
	items   []string
	version int
	changed chan struct{}
}

// Boxes are numbered.
type Boxes struct {
	mu    sync.Mutex
	boxes []box
}

// New has n empty ones.
func New(n int) *Boxes {
	b := &Boxes{boxes: make([]box, n)}
	for i := range b.boxes {
		b.boxes[i].changed = make(chan struct{})
	}
	return b
}

// Put adds an item; a box has room for twenty.
func (b *Boxes) Put(number int, item string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	one := &b.boxes[number]
	one.items = append(one.items, item)
	if len(one.items) > 20 {
		one.items = append([]string(nil), one.items[1:]...)
	}
	one.version++
	close(one.changed)
	one.changed = make(chan struct{})
}

// Get returns what there is, its version, and what will be closed when that is no longer so.
func (b *Boxes) Get(number int) (items []string, version int, changed <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	one := &b.boxes[number]
	return append([]string(nil), one.items...), one.version, one.changed
}
