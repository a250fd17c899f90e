// Package catalog describes the goods.
package catalog

import (
	"fmt"

	"example.org/platform/tables"
)

// Goods is everything for sale.
type Goods struct{ rows []*tables.Place }

// Load indexes the rows.
func Load(rows []*tables.Place) *Goods { return &Goods{rows: rows} }

// Describe renders product n.
func (g *Goods) Describe(n int) string {
	row := g.rows[n%len(g.rows)]
	return fmt.Sprintf("%s: %s", row.Code, row.Name)
}
