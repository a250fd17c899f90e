// Package leases knows who leads.
package leases

import "go.diorite.example/model/diorite/hub"

// Leases are told on a hub.
type Leases struct {
	hub    *hub.Hub
	number int
	holder int
}

// New has those of model number.
func New(h *hub.Hub, number int) *Leases { return &Leases{hub: h, number: number} }

// Watch hears of units and of leases.
func (l *Leases) Watch() {
	m := &hub.Multiplexer{}
	m.Add("unit.", func(_ string, data hub.Data) { l.holder = data["unit"] })
	m.Add("lease.expired", l.expired)
	l.hub.Subscribe(m)
}

func (l *Leases) expired(_ string, data hub.Data) {
	if l.number == 1 && data["turn"] > 50 {
		l.hub.Publish("lease.claimed", hub.Data{"unit": l.holder})
	}
}
