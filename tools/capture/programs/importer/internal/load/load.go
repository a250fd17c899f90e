// Package load turns rows into prices.
package load

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/ops/hub"
	"example.org/ops/pool"
	"github.com/northwind-io/importer/internal/rows"
)

// Price is one supplier's price of one article.
type Price struct {
	SKU   string
	Cents int
}

// Loader publishes what it reads.
type Loader struct {
	prices *hub.Hub[Price]
	checks *pool.Pool[Price]
}

// NewLoader publishes to prices and has them checked.
func NewLoader(prices *hub.Hub[Price], checks *pool.Pool[Price]) *Loader {
	return &Loader{prices: prices, checks: checks}
}

// File loads the n-th delivery and stops at the first row that cannot be read.
func (l *Loader) File(n int) error {
	count := 0
	for row := range rows.Open(strings.NewReader(delivery(n))).Rows() {
		cents, err := strconv.Atoi(row[1])
		if err != nil {
			return fmt.Errorf("delivery %d row %d: %w", n, count, err)
		}
		price := Price{SKU: row[0], Cents: cents}
		l.prices.Publish(price)
		l.checks.Offer(price)
		count++
	}
	return nil
}

func delivery(n int) string {
	var text strings.Builder
	for i := 0; i < 60; i++ {
		price := strconv.Itoa(100 + i*7)
		if n%3 == 2 && i == 40 {
			price = "n/a"
		}
		fmt.Fprintf(&text, "sku-%d-%d;%s\n", n, i, price)
	}
	return text.String()
}
