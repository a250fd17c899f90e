// Package rates tells rates that are asked for.
package rates

import (
	"sync/atomic"

	"go.ginkgo.example/rates/ginkgo/backend"
	"go.ginkgo.example/rates/ginkgo/flight"
)

// Desk loads what nobody loads already.
type Desk struct {
	flights *flight.Flights[float64]
	backend *backend.Backend
	told    atomic.Int64
}

// New loads from a backend.
func New(f *flight.Flights[float64], b *backend.Backend) *Desk { return &Desk{flights: f, backend: b} }

// Rate tells one.
func (d *Desk) Rate(pair string) {
	d.flights.Do(pair, func() float64 { return d.backend.Load(pair) })
	d.told.Add(1)
}
