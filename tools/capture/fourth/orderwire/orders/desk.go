// Package orders follows orders.
package orders

import (
	"fmt"
	"sync/atomic"
	"time"

	"git.merchant.example/events/orderwire/wire"
)

// Desk follows orders by the wire.
type Desk struct {
	wire  *wire.Wire
	steps atomic.Int64
}

// NewDesk hears by w.
func NewDesk(w *wire.Wire) *Desk { return &Desk{wire: w} }

// Follow follows order n to its end.
func (d *Desk) Follow(n int) {
	shop := "online"
	if n%4 == 0 {
		shop = "Harbour"
	}
	topic := fmt.Sprintf("order/%s/%d", shop, n)
	d.wire.Subscribe(topic, func(wire.Event) { d.steps.Add(1) })
	defer d.wire.Unsubscribe(topic)
	for step := 0; step < 3; step++ {
		time.Sleep(time.Duration(100+n%300) * time.Millisecond)
		d.wire.Publish(wire.Event{Topic: topic, Step: step})
	}
}
