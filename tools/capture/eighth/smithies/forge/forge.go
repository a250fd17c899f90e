// Package forge has forges, each with a thread of its own.
package forge

import (
	"runtime"
	"sync/atomic"
	"time"
)

type forge struct {
	work   chan int
	anvil  [16 << 10]byte
	forged int64
}

// Row is forges.
type Row struct{ forges []*forge }

// New has n cold forges.
func New(n int) *Row {
	r := &Row{}
	for i := 0; i < n; i++ {
		r.forges = append(r.forges, &forge{work: make(chan int, 4)})
	}
	return r
}

// Light lights one after the other.
func (r *Row) Light(pause time.Duration) {
	for _, f := range r.forges {
		go f.burn()
		time.Sleep(pause)
	}
}

// Forge gives work to a forge.
func (r *Row) Forge(at int) { r.forges[at].work <- at }

func (f *forge) burn() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for piece := range f.work {
		for i := range f.anvil {
			f.anvil[i] += byte(piece)
		}
		atomic.AddInt64(&f.forged, 1)
	}
}
