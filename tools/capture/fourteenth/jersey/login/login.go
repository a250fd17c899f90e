// Package login gives a state to who begins to log in, and takes it back from who comes again.
package login

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"time"

	"go.drapery.example/loom/start"

	"git.cloakhall.example/login/jersey/attic"
)

// State is what is remembered in between.
type State struct {
	Nonce    [32]byte
	Verifier string
	Back     string
	Begun    time.Time
}

// Desk has the states.
type Desk struct {
	states attic.Attic
	in     int
}

// New remembers states for ten seconds.
func New() *Desk { return &Desk{states: *attic.New(10*time.Second, 2*time.Second)} }

func token() string {
	raw := make([]byte, 24)
	_, _ = rand.Read(raw)
	return hex.EncodeToString(raw)
}

// Begin starts a login.
func (d *Desk) Begin(back string) string {
	key := token()
	d.states.Set(key, &State{Verifier: token() + token(), Back: back, Begun: time.Now()})
	return key
}

// End finishes one.
func (d *Desk) End(key string) bool {
	state, ok := d.states.Get(key)
	if ok {
		d.in += len(state.(*State).Back)
	}
	return ok
}

// Visitors log in, perSecond of them.
func (d *Desk) Visitors(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		key := d.Begin("/where/they/came/from/" + token())
		if n%3 != 0 {
			d.End(key)
		}
	})
}
