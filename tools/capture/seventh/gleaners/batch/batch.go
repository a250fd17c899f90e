// Package batch adds up.
package batch

import (
	"sort"
	"sync"

	"go.harvesthome.example/stats/gleaners/sales"
)

// Totals is the result of the last batch.
type Totals struct {
	mu    sync.Mutex
	sums  map[int]float64
	dates map[int]string
}

// NewTotals has no batch yet.
func NewTotals() *Totals { return &Totals{sums: make(map[int]float64), dates: make(map[int]string)} }

// Run takes all rows and returns how many groups there are.
func (t *Totals) Run(rows []*sales.Sale) int {
	groups := make(map[int][]*sales.Sale)
	for _, row := range rows {
		groups[row.Shop] = append(groups[row.Shop], row)
	}
	sums := make(map[int]float64)
	for shop, list := range groups {
		sort.Slice(list, func(i, j int) bool { return list[i].Price < list[j].Price })
		for _, row := range list[len(list)/10:] {
			sums[shop] += row.Price
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sums = sums
	return len(groups)
}

// Of returns a total.
func (t *Totals) Of(shop int) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.sums[shop]
}
