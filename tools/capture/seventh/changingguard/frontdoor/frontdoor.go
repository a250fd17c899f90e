// Package frontdoor owns the listener and hands its connections to whoever serves now.
package frontdoor

import (
	"log"
	"net"
	"sync"

	"go.palaceyard.example/edge/changingguard/generation"
)

// Door has one generation at a time.
type Door struct {
	l net.Listener

	mu  sync.Mutex
	now *generation.Generation
}

// Open listens.
func Open() (*Door, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	d := &Door{l: l}
	go d.accept()
	return d, nil
}

// Address is where the door is.
func (d *Door) Address() string { return d.l.Addr().String() }

// Use makes g the one that serves and returns the one before.
func (d *Door) Use(g *generation.Generation) *generation.Generation {
	d.mu.Lock()
	defer d.mu.Unlock()
	old := d.now
	d.now = g
	return old
}

func (d *Door) accept() {
	for {
		c, err := d.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		d.mu.Lock()
		now := d.now
		d.mu.Unlock()
		if now == nil || !now.Take(c) {
			c.Close()
		}
	}
}
