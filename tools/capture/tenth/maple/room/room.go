// Package room has visitors who hear what happens while they are there.
package room

import (
	"fmt"
	"sync/atomic"
	"time"

	"go.maple.example/events/maple/broker"
)

// Room lets visitors in.
type Room struct {
	broker *broker.Broker
	heard  atomic.Int64
}

// New hears by b.
func New(b *broker.Broker) *Room { return &Room{broker: b} }

// Enter lets visitor n in.
func (r *Room) Enter(n int) { go r.visit(n) }

func (r *Room) visit(n int) {
	s := r.broker.Attach()
	r.broker.Subscribe(s, fmt.Sprint("room-", n%20))
	until := time.NewTimer(800 * time.Millisecond)
	defer until.Stop()
	for {
		select {
		case <-s.Messages():
			r.heard.Add(1)
		case <-until.C:
			r.broker.Detach(s)
			return
		}
	}
}
