// Package roll knows who does which duty.
package roll

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type entry struct {
	held    sync.Mutex
	holder  atomic.Int32
	changes atomic.Int32
}

// Roll has duties.
type Roll struct{ entries []*entry }

// New has n duties that nobody does.
func New(n int) *Roll {
	r := &Roll{}
	for i := 0; i < n; i++ {
		e := &entry{}
		e.holder.Store(-1)
		r.entries = append(r.entries, e)
	}
	return r
}

// Take waits until a duty is free.
func (r *Roll) Take(number, who int) {
	e := r.entries[number]
	e.held.Lock()
	e.holder.Store(int32(who))
	e.changes.Add(1)
}

// Give sets it free.
func (r *Roll) Give(number int) {
	e := r.entries[number]
	e.holder.Store(-1)
	e.held.Unlock()
}

// Holder is who does a duty, or -1.
func (r *Roll) Holder(number int) int { return int(r.entries[number].holder.Load()) }

// String tells how often duties changed hands.
func (r *Roll) String() string {
	changes, idle := int32(0), 0
	for _, e := range r.entries {
		changes += e.changes.Load()
		if e.holder.Load() < 0 {
			idle++
		}
	}
	return fmt.Sprintf("%d duties, %d idle, %d changes", len(r.entries), idle, changes)
}
