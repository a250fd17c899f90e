// Package radio is the air between a station and its beacons.
package radio

import (
	"errors"
	"sync"
	"time"
)

// ErrFaded is the error of a call that ended.
var ErrFaded = errors.New("radio: faded")

// Dialer makes calls.
type Dialer struct{ Fading int }

// Call is a connection that lasts for a while.
type Call struct {
	mu    sync.Mutex
	ended chan struct{}
	over  bool
	sent  int
	log   [64]byte
}

// Dial opens a call.
func (d Dialer) Dial(turn int) *Call {
	c := &Call{ended: make(chan struct{})}
	time.AfterFunc(time.Duration(7000+(d.Fading*911+turn*577)%6000)*time.Millisecond, c.end)
	return c
}

func (c *Call) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.over = true
	close(c.ended)
}

// Ended is closed when the call has ended.
func (c *Call) Ended() <-chan struct{} { return c.ended }

// Send says something.
func (c *Call) Send(word byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return ErrFaded
	}
	c.log[c.sent%len(c.log)] = word
	c.sent++
	return nil
}
