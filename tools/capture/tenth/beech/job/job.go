// Package job has jobs with steps.
package job

import (
	"sync/atomic"
	"time"

	"go.beech.example/testbed/beech/state"
)

// Desk takes jobs.
type Desk struct {
	root   *state.Context
	passed atomic.Int64
}

// NewDesk runs jobs under root.
func NewDesk(root *state.Context) *Desk { return &Desk{root: root} }

// Submit starts job n.
func (d *Desk) Submit(n int) { go d.run(n) }

func (d *Desk) run(n int) {
	ctx := state.Derive(d.root)
	for step := 0; step < 3+n%4; step++ {
		select {
		case <-ctx.Cancelled():
			return
		case <-ctx.Paused():
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
	if n%10 == 9 {
		ctx.Pause()
	}
	d.passed.Add(1)
}
