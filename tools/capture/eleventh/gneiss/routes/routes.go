// Package routes says where requests go.
package routes

import (
	"fmt"
	"sync/atomic"
)

// Route is of a host.
type Route struct {
	Host    string
	Targets []string
	Weights []float64
}

// Region has routes.
type Region struct {
	Version int
	ByHost  map[string]*Route
}

// Of is a version of a region's routes.
func Of(region, version int) *Region {
	r := &Region{Version: version, ByHost: make(map[string]*Route)}
	for i := 0; i < 6000; i++ {
		route := &Route{Host: fmt.Sprintf("host-%d.region-%d.example", i, region), Weights: make([]float64, 4)}
		for j := 0; j < 4; j++ {
			route.Targets = append(route.Targets, fmt.Sprintf("10.%d.%d.%d:8080", region, i%251, j))
		}
		r.ByHost[route.Host] = route
	}
	return r
}

// Table has regions.
type Table struct {
	regions [16]atomic.Pointer[Region]
	routed  int
}

// New has none.
func New() *Table { return &Table{} }

// Replace puts a region in the place of what was there.
func (t *Table) Replace(number int, r *Region) { t.regions[number].Store(r) }

// Route routes request n.
func (t *Table) Route(n int) {
	if r := t.regions[n%7].Load(); r != nil {
		t.routed += len(r.ByHost[fmt.Sprintf("host-%d.region-%d.example", n%6000, n%7)].Targets)
	}
}
