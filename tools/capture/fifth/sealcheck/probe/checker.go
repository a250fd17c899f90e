// Package probe shakes hands.
package probe

import (
	"context"
	"crypto/tls"
	"net"
	"sync"
	"time"
)

// Checker counts what it found.
type Checker struct {
	config *tls.Config
	dialer net.Dialer

	mu     sync.Mutex
	sealed map[uint16]int
	silent int
}

// NewChecker shakes hands with config.
func NewChecker(config *tls.Config) *Checker {
	return &Checker{config: config, dialer: net.Dialer{Timeout: time.Second}, sealed: make(map[uint16]int)}
}

type finding struct {
	state tls.ConnectionState
	err   error
}

// Check looks at one host, two seconds at most.
func (c *Checker) Check(ctx context.Context, host string) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	nc, err := c.dialer.DialContext(ctx, "tcp", host)
	if err != nil {
		return err
	}
	found := make(chan finding, 1)
	go c.handshake(nc, found)
	select {
	case f := <-found:
		c.note(f)
		return f.err
	case <-ctx.Done():
		c.mu.Lock()
		defer c.mu.Unlock()
		c.silent++
		return ctx.Err()
	}
}

func (c *Checker) handshake(nc net.Conn, found chan<- finding) {
	defer nc.Close()
	sealed := tls.Client(nc, c.config)
	err := sealed.Handshake()
	found <- finding{state: sealed.ConnectionState(), err: err}
}

func (c *Checker) note(f finding) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sealed[f.state.Version]++
}
