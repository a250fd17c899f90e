// Package finds is things from the mud, with a place in a tray each.
package finds

import (
	"runtime"
	"sync/atomic"
)

// Trays is how many trays are in use.
var Trays atomic.Int64

// Find is one thing.
type Find struct {
	Name  string
	layer []byte
	tray  *tray
}

type tray struct {
	number int64
	holds  *Find
}

// Open takes a tray for a find, given back when nobody looks at it any more.
func Open(name string) *Find {
	f := &Find{Name: name, layer: make([]byte, 4096)}
	f.tray = &tray{number: Trays.Add(1), holds: f}
	runtime.AddCleanup(f, (*tray).release, f.tray)
	return f
}

// Wash uncovers the find.
func (f *Find) Wash() {
	for i := range f.layer {
		f.layer[i] = byte(i)
	}
}

func (t *tray) release() {
	t.holds = nil
	Trays.Add(-1)
}
