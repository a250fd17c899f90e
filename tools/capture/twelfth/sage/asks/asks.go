// Package asks looks numbers up and moves a few.
package asks

import "lookup.example/sage/registry"

const moved = 100000

// Asks counts what was found.
type Asks struct {
	registry       *registry.Registry
	found, missing int
}

// New asks a registry.
func New(r *registry.Registry) *Asks { return &Asks{registry: r} }

// Ask looks a number up.
func (a *Asks) Ask(n int) {
	if a.registry.Lookup(registry.Number(n*101%450000)) == nil {
		a.missing++
		return
	}
	a.found++
}

// Move gives two hundred numbers to other holders, and takes as many away as it gives anew.
func (a *Asks) Move(n int) {
	for i := 0; i < 200; i++ {
		k := n*200 + i
		a.registry.Remove(registry.Number(k % moved))
		a.registry.Insert(registry.Number(k%moved), registry.Describe(k))
	}
}
