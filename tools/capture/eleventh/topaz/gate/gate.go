// Package gate is where people come in.
package gate

import (
	"fmt"

	"go.topaz.example/gate/topaz/limit"
	"go.topaz.example/gate/topaz/pages"
)

// Gate shows pages.
type Gate struct {
	store   *limit.Store
	pages   *pages.Pages
	refused int
}

// New limits by a store.
func New(s *limit.Store, p *pages.Pages) *Gate { return &Gate{store: s, pages: p} }

func address(n int) string { return fmt.Sprintf("2001:db8:%x:%x::%x", n>>12, n&4095, n%7) }

// Knock is knock n.
func (g *Gate) Knock(n int) {
	if !g.store.Allow(address(n)) {
		g.refused++
		return
	}
	g.pages.Page(n / 2)
}
