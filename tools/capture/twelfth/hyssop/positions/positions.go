// Package positions are reported by vans.
package positions

import (
	"fmt"

	"where.example/hyssop/ttl"
)

// Position is where a van was.
type Position struct {
	Van       string
	Latitude  float64
	Longitude float64
	Trail     [16]float32
}

// Positions knows the last one of each van.
type Positions struct {
	of    *ttl.Values[*Position]
	moved int
}

// New keeps them in values.
func New(v *ttl.Values[*Position]) *Positions { return &Positions{of: v} }

// Report is report n, by one of two thousand vans.
func (p *Positions) Report(n int) {
	van := fmt.Sprintf("van-%04d", n*13%2000)
	if last, ok := p.of.Get(van); ok && last.Latitude > 0 {
		p.moved++
	}
	p.of.Set(van, &Position{Van: van, Latitude: float64(n%90) + 1, Longitude: float64(n % 180)})
}
