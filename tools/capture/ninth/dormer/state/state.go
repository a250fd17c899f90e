// Package state is what is known of who is there.
package state

import (
	"sync"
	"time"
)

// Person is one who is there.
type Person struct {
	Name   string
	Seen   time.Time
	Recent [64][96]byte
	words  int
}

// Note writes down what was said.
func (p *Person) Note(word string) {
	p.Seen = time.Now()
	copy(p.Recent[p.words%len(p.Recent)][:], word)
	p.words++
}

// Book has all who are there.
type Book struct {
	mu     sync.Mutex
	people map[string]*Person
	turns  int
}

// NewBook has nobody.
func NewBook() *Book { return &Book{people: make(map[string]*Person)} }

// Enter writes one in.
func (b *Book) Enter(name string) *Person {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := &Person{Name: name, Seen: time.Now()}
	b.people[name] = p
	return p
}

// Strike takes one out, unless another of that name has come.
func (b *Book) Strike(p *Person) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.people[p.Name] == p {
		delete(b.people, p.Name)
	}
}

// Turn counts.
func (b *Book) Turn(int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.turns += len(b.people)
}
