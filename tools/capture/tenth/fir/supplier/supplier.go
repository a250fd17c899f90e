// Package supplier has prices.
package supplier

import (
	"context"
	"time"
)

// Supplier takes its time.
type Supplier struct {
	number int
	takes  time.Duration
}

// All are n, each slower than the one before it.
func All(n int) []Supplier {
	all := make([]Supplier, n)
	for i := range all {
		all[i] = Supplier{number: i, takes: time.Duration(i+1) * 8 * time.Second / time.Duration(n)}
	}
	return all
}

// Quote is the price of an item.
func (s Supplier) Quote(ctx context.Context, item string) (float64, error) {
	answer := time.NewTimer(s.takes)
	defer answer.Stop()
	select {
	case <-answer.C:
		return float64(s.number*len(item)) + 9.5, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
