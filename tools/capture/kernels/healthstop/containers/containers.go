// Package containers checks the health of containers.
package containers

import (
	"sync"
	"time"
)

type health struct{ stop chan struct{} }

func (h *health) close() {
	if h.stop != nil {
		h.stop <- struct{}{}
		close(h.stop)
		h.stop = nil
	}
}

// Container has a state and its health.
type Container struct {
	sync.Mutex
	health *health
	fails  int
}

// Daemon changes states.
type Daemon struct{}

// Changed is told by the runtime.
func (d *Daemon) Changed(c *Container) {
	c.Lock()
	defer c.Unlock()
	time.Sleep(15 * time.Millisecond)
	d.update(c)
}

func (d *Daemon) update(c *Container) { d.stopChecks(c) }

func (d *Daemon) stopChecks(c *Container) { c.health.close() }

func monitor(c *Container, stop chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(5 * time.Millisecond):
			note(c)
		}
	}
}

func note(c *Container) {
	c.Lock()
	defer c.Unlock()
	c.fails++
}

// Run changes the state of a container under check.
func Run(int) {
	d := &Daemon{}
	c := &Container{health: &health{stop: make(chan struct{})}}
	go monitor(c, c.health.stop)
	go d.Changed(c)
}
