// Package balance spreads calls over addresses.
package balance

import (
	"sync"
	"time"
)

// Robin takes addresses in turn.
type Robin struct {
	mu     sync.Mutex
	addrs  []string
	out    chan []string
	closed bool
}

// Start watches for new addresses.
func (r *Robin) Start() {
	go func() {
		for r.refresh() {
			time.Sleep(5 * time.Millisecond)
		}
	}()
}

func (r *Robin) refresh() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return false
	}
	r.addrs = append(r.addrs, "next")
	r.out <- r.addrs
	return true
}

// Up counts a connection; what it returns counts it down.
func (r *Robin) Up(address string) func() {
	return func() { r.down(address) }
}

func (r *Robin) down(string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.addrs = r.addrs[:0]
}

// Notify tells of addresses.
func (r *Robin) Notify() <-chan []string { return r.out }

// Close ends it.
func (r *Robin) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	close(r.out)
}

type channel struct{ robin *Robin }

func (c *channel) follow() {
	down := c.robin.Up("first")
	for range c.robin.Notify() {
		time.Sleep(15 * time.Millisecond)
		down()
	}
}

// Run follows a robin and closes it.
func Run(int) {
	r := &Robin{out: make(chan []string)}
	r.Start()
	c := &channel{robin: r}
	go c.follow()
	time.Sleep(80 * time.Millisecond)
	r.Close()
}
