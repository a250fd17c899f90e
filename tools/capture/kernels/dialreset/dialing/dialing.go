// Package dialing connects to a server.
package dialing

import (
	"context"
	"errors"
	"time"
)

// Conn reconnects itself until it is closed.
type Conn struct {
	ctx    context.Context
	cancel context.CancelFunc
	ready  chan error
}

func (c *Conn) reset() error {
	time.Sleep(5 * time.Millisecond)
	return errors.New("refused")
}

func (c *Conn) keep() {
	for {
		err := c.reset()
		select {
		case c.ready <- err:
		default:
		}
		if err != nil {
			<-c.ctx.Done()
			return
		}
	}
}

// Close ends it.
func (c *Conn) Close() { c.cancel() }

// Dial waits for the first connection.
func Dial(ctx context.Context) (*Conn, error) {
	c := &Conn{ready: make(chan error, 1)}
	c.ctx, c.cancel = context.WithCancel(ctx)
	go c.keep()
	if err := <-c.ready; err != nil {
		return nil, err
	}
	return c, nil
}

// Run dials.
func Run(int) {
	if c, err := Dial(context.Background()); err == nil {
		c.Close()
	}
}
