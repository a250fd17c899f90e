// Package api takes records.
package api

import "git.lantern.example/observ/optsink/ship"

// Intake gives records to a shipper.
type Intake struct{ shipper *ship.Shipper }

// NewIntake uses this shipper.
func NewIntake(shipper *ship.Shipper) *Intake { return &Intake{shipper: shipper} }

// Take keeps record n and mirrors a tenth.
func (i *Intake) Take(n int) { i.accept(&ship.Record{Number: n}) }

func (i *Intake) accept(r *ship.Record) {
	i.shipper.Send(r)
	if r.Number%10 == 0 {
		go i.shipper.Offer(r)
	}
}
