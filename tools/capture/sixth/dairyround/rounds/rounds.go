// Package rounds has the way to each house.
package rounds

import (
	"sync"

	"git.churn.example/milk/dairyround/route"
)

// Table is by house.
type Table struct {
	mu    sync.RWMutex
	ways  []route.Route
	count int
}

// New is for so many houses.
func New(houses int) *Table { return &Table{ways: make([]route.Route, houses)} }

// Update takes a new way.
func (t *Table) Update(r route.Route) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ways[r.House%len(t.ways)] = r
	t.count++
}
