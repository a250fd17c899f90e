// Package lease is held by one campaigner at a time.
package lease

import (
	"log"
	"time"
)

// Board hands out leases.
type Board struct {
	free    chan struct{}
	renewed chan time.Time
}

// NewBoard has one free lease.
func NewBoard() *Board {
	b := &Board{free: make(chan struct{}, 1), renewed: make(chan time.Time, 1)}
	b.free <- struct{}{}
	return b
}

// Campaign waits for the lease and holds it for a day.
func (b *Board) Campaign(id int) {
	<-b.free
	log.Printf("lease: held by %d", id)
	time.Sleep(24 * time.Hour)
	b.free <- struct{}{}
}

// Renew renews the lease in use.
func (b *Board) Renew() {
	for at := range time.Tick(2 * time.Second) {
		select {
		case b.renewed <- at:
		case <-b.renewed:
		}
	}
}
