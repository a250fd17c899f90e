// Package permit limits how many do a thing at a time.
package permit

import "log"

// Permit is one of a box's.
type Permit struct{ number int }

// Box has permits to give.
type Box struct{ free chan Permit }

// NewBox has n permits.
func NewBox(n int) *Box {
	b := &Box{free: make(chan Permit, n)}
	for i := 0; i < n; i++ {
		b.free <- Permit{i}
	}
	return b
}

// Take waits for a permit.
func (b *Box) Take() Permit { return <-b.free }

// Put gives a permit back.
func (b *Box) Put(p Permit) { b.free <- p }

// Recovered calls work and lives on if that panics.
func Recovered(work func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Print("recovered: ", r)
		}
	}()
	work()
}
