// Package ride is what people came for.
package ride

import (
	"fmt"
	"math/rand"
	"time"

	"git.fairground.example/rides/ticketbooth/permit"
)

// Ride takes few at a time.
type Ride struct {
	name  string
	box   *permit.Box
	turns [7]int
}

// New is a ride with so many seats.
func New(name string, seats int) *Ride { return &Ride{name: name, box: permit.NewBox(seats)} }

// Go rides once.
func (r *Ride) Go(guest int) {
	p := r.box.Take()
	r.turn(guest)
	r.box.Put(p)
}

func (r *Ride) turn(guest int) {
	time.Sleep(time.Duration(40+rand.Intn(120)) * time.Millisecond)
	lane := rand.Intn(22) % 22
	if lane >= 21 {
		panic(fmt.Sprint(r.name, ": no lane for guest ", guest))
	}
	_ = r.turns[lane%7]
}
