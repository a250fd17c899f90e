// Package depths is a chart in the making.
package depths

import "sync"

type cell struct {
	depth  float64
	seen   int
	series [64]float64
}

// Chart has the cells that are not drawn yet.
type Chart struct {
	mu    sync.Mutex
	cells map[float64]*cell
	drawn int
}

// New is empty.
func New() *Chart { return &Chart{cells: make(map[float64]*cell)} }

// Note adds a reading.
func (c *Chart) Note(depth float64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, found := c.cells[depth]
	if !found {
		at = newCell(depth)
		c.cells[depth] = at
	}
	at.series[at.seen%len(at.series)] = depth
	at.seen++
}

func newCell(depth float64) *cell { return &cell{depth: depth} }

// Draw draws what there is.
func (c *Chart) Draw() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for depth := range c.cells {
		delete(c.cells, depth)
		c.drawn++
	}
}
