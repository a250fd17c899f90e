// Package till sells baskets.
package till

import (
	"context"
	"fmt"
	"log"
	"time"

	"git.barometer.example/stats/cherry/gauge"
)

var kinds = []string{"card", "cash", "voucher"}

// Till sells.
type Till struct {
	gauge *gauge.Gauge
	sold  [3]int
}

// New tells a gauge of each sale.
func New(g *gauge.Gauge) *Till { return &Till{gauge: g} }

// Sell is sale n; two in three baskets come a second time, for what was forgotten.
func (t *Till) Sell(ctx context.Context, n int) {
	start := time.Now()
	basket := n - n%3 + n%2
	t.sold[n%len(kinds)]++
	if err := t.gauge.Took(ctx, kinds[n%len(kinds)], fmt.Sprintf("b-%07d", basket), time.Since(start)+time.Millisecond); err != nil {
		log.Print(err)
	}
}
