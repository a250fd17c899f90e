// Package routes are those of a shop.
package routes

import (
	"fmt"
	"math/rand"

	"front.example/cilantro/meter"
)

var (
	methods  = []string{"GET", "GET", "GET", "GET", "POST", "POST", "PUT", "DELETE"}
	statuses = []string{"200", "200", "200", "200", "200", "201", "304", "400", "404", "500"}
)

// Routes answers requests.
type Routes struct {
	took   *meter.HistogramVec
	random *rand.Rand
}

// New measures by route, method, status, region and version.
func New(r *meter.Registry) *Routes {
	return &Routes{took: r.Histogram("request_seconds"), random: rand.New(rand.NewSource(7))}
}

// Request is request n.
func (r *Routes) Request(n int) {
	pick := func(from []string) string { return from[r.random.Intn(len(from))] }
	route := fmt.Sprintf("/v1/route-%d/{id}", r.random.Intn(24))
	region := fmt.Sprintf("region-%d", r.random.Intn(6))
	for _, version := range [...]string{"stable", "canary"} {
		r.took.Observe(float64(n%70)/1000, route, pick(methods), pick(statuses), region, version)
	}
}
