// Package grants is what was granted to whom.
package grants

import (
	"sync"

	"go.purlin.example/expire/purlin/wheel"
)

type grant struct {
	number int
	entry  *wheel.Entry
	terms  [1000]byte
}

// Book has grants by number.
type Book struct {
	wheel *wheel.Wheel
	turns int

	mu     sync.Mutex
	grants map[int]*grant
	number int
}

// New grants for so many turns of a wheel.
func New(w *wheel.Wheel, turns int) *Book {
	return &Book{wheel: w, turns: turns, grants: make(map[int]*grant)}
}

// Grant makes one.
func (b *Book) Grant(int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.number++
	g := &grant{number: b.number}
	b.grants[g.number] = g
	g.entry = b.wheel.Put(b.turns, func() { b.end(g.number) })
}

// Extend moves one of those made lately.
func (b *Book) Extend(turn int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if g, found := b.grants[b.number-turn%50]; found {
		b.wheel.Move(g.entry, b.turns)
	}
}

func (b *Book) end(number int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.grants, number)
}

// Len is how many there are.
func (b *Book) Len() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.grants)
}
