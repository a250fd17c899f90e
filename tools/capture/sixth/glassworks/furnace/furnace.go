// Package furnace makes panes and sends them out.
package furnace

import "git.furnace.example/panes/glassworks/pane"

// Works counts what was made.
type Works struct{ pieces int }

// New is a cold furnace.
func New() *Works { return &Works{} }

// Order makes the n-th pane.
func (w *Works) Order(n int) {
	p := pane.New(120+n%60, 260)
	for i := 0; i < 3+n%4; i++ {
		p.Cut(n * 17 * (i + 1))
	}
	w.pieces += p.Pieces()
}
