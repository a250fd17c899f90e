// Package control hears what regions want.
package control

import "go.gneiss.example/route/gneiss/routes"

// Control knows when each region is first heard of.
type Control struct {
	table *routes.Table
	first []int
}

// New tells a table.
func New(table *routes.Table, first []int) *Control { return &Control{table: table, first: first} }

// Hear hears at a second.
func (c *Control) Hear(second int) {
	for region, first := range c.first {
		if second >= first && (second-first)%15 == 0 {
			c.table.Replace(region, routes.Of(region, second))
		}
	}
}
