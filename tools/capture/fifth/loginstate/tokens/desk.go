// Package tokens keeps a state for each token in use.
package tokens

import (
	"sync"
	"sync/atomic"
	"time"
)

// State is what is known of one who has signed in.
type State struct {
	Name   string
	Rights []string
	Notes  [2560]byte
	used   int64
}

// Desk has states by token.
type Desk struct {
	states sync.Map
	keep   time.Duration
	swept  uint64
}

// NewDesk keeps a state as long as its token is used once in each keep.
func NewDesk(keep time.Duration) *Desk { return &Desk{keep: keep} }

// SignIn stores a state.
func (d *Desk) SignIn(token string, state *State) {
	atomic.StoreInt64(&state.used, time.Now().UnixNano())
	d.states.Store(token, state)
}

// Use returns the state of token and marks it as used.
func (d *Desk) Use(token string) (*State, bool) {
	found, ok := d.states.Load(token)
	if !ok {
		return nil, false
	}
	state := found.(*State)
	atomic.StoreInt64(&state.used, time.Now().UnixNano())
	return state, true
}

// Sweep deletes what was not used for too long.
func (d *Desk) Sweep(now time.Time) {
	limit := now.Add(-d.keep).UnixNano()
	d.states.Range(func(token, found interface{}) bool {
		if atomic.LoadInt64(&found.(*State).used) < limit {
			d.states.Delete(token)
			d.swept++
		}
		return true
	})
}
