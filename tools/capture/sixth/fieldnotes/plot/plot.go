// Package plot is a piece of land.
package plot

import "strconv"

// Plot has a name and a mesh it lies in.
type Plot struct {
	Name, Mesh string
	Area       int
}

// New is the n-th note about a plot.
func New(n int) *Plot {
	return &Plot{Name: "plot-" + strconv.Itoa(n%512), Mesh: "mesh-" + strconv.Itoa(n%20), Area: 40 + n%300}
}

// Index is the latest area of each plot.
type Index struct{ areas map[string]int }

// NewIndex is for about so many plots.
func NewIndex(plots int) *Index { return &Index{areas: make(map[string]int, plots)} }

// Put sets an area and tells whether it changed.
func (x *Index) Put(p *Plot) bool {
	changed := x.areas[p.Name] != p.Area
	x.areas[p.Name] = p.Area
	return changed
}
