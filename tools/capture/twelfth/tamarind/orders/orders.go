// Package orders are priced.
package orders

import (
	"fmt"
	"math/rand"

	"prices.example/tamarind/tenant"
)

const tenants = 640

// Orders come from tenants, the larger ones more often.
type Orders struct {
	registry *tenant.Registry
	zipf     *rand.Zipf
	total    float64
}

// New prices by the states of a registry.
func New(r *tenant.Registry) *Orders {
	return &Orders{registry: r, zipf: rand.NewZipf(rand.New(rand.NewSource(12)), 1.07, 12, tenants-1)}
}

// Price is order n.
func (o *Orders) Price(n int) {
	s := o.registry.Get(int(o.zipf.Uint64()))
	o.total += s.Prices[fmt.Sprintf("tariff-%d-%d", s.ID, n%90)]
	s.Matrix[n%len(s.Matrix)]++
	if n%4 == 0 {
		s.Remember(fmt.Sprintf("order %d of tenant %d", n, s.ID))
	}
}
