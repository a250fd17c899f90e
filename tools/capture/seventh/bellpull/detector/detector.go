// Package detector finds out which kinds there are.
package detector

import (
	"sync/atomic"

	"go.fleetroom.example/hub/bellpull/informer"
)

// Detector sees to it that every kind is followed.
type Detector struct {
	factory *informer.Factory
	seen    uint64
}

// New follows with factory.
func New(factory *informer.Factory) *Detector { return &Detector{factory: factory} }

// OnChange counts.
func (d *Detector) OnChange(object int) { atomic.AddUint64(&d.seen, 1) }

// Discover follows these kinds.
func (d *Detector) Discover(kinds []string) {
	for _, kind := range kinds {
		d.discover(kind)
	}
}

func (d *Detector) discover(kind string) { d.factory.Kind(kind).AddHandler(d) }
