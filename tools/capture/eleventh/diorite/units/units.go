// Package units report.
package units

import "go.diorite.example/model/diorite/hub"

// Unit reports to a hub.
type Unit struct{ hub *hub.Hub }

// New reports to h.
func New(h *hub.Hub) *Unit { return &Unit{hub: h} }

// Report tells how the unit is.
func (u *Unit) Report(turn int) {
	u.hub.Publish("unit.alive", hub.Data{"unit": turn % 40})
	if turn%8 == 0 {
		u.hub.Publish("lease.expired", hub.Data{"turn": turn})
	}
}
