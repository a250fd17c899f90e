// Package receiver takes hooks when it is up.
package receiver

import (
	"context"
	"errors"
	"time"
)

// ErrBusy asks to come again.
var ErrBusy = errors.New("receiver: busy")

// Receiver is down for some time.
type Receiver struct{ from, until time.Time }

// New is down between two times from now.
func New(from, until time.Duration) *Receiver {
	now := time.Now()
	return &Receiver{from: now.Add(from), until: now.Add(until)}
}

// Take takes a hook.
func (r *Receiver) Take(ctx context.Context, _ int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if now := time.Now(); now.After(r.from) && now.Before(r.until) {
		return ErrBusy
	}
	time.Sleep(30 * time.Millisecond)
	return nil
}
