// Package inbox has a box for each client.
package inbox

import "fmt"

// Boxes are by number.
type Boxes struct{ all []chan string }

// New has n.
func New(n int) *Boxes {
	b := &Boxes{all: make([]chan string, n)}
	for i := range b.all {
		b.all[i] = make(chan string, 3)
	}
	return b
}

// Box is a client's.
func (b *Boxes) Box(number int) <-chan string { return b.all[number%len(b.all)] }

// Deliver puts letter n into a box that has room.
func (b *Boxes) Deliver(n int) {
	select {
	case b.all[n*31%len(b.all)] <- fmt.Sprint("letter ", n):
	default:
	}
}
