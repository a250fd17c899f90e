// Package output has what containers print.
package output

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Container prints lines to those who listen.
type Container struct {
	mu        sync.Mutex
	listeners map[chan string]struct{}
	ended     bool
}

// Stacks has running containers.
type Stacks struct {
	mu      sync.Mutex
	running map[*Container]struct{}
}

// NewStacks has none.
func NewStacks() *Stacks { return &Stacks{running: make(map[*Container]struct{})} }

// Run starts a container that prints until its life is over; 0 is for ever.
func (s *Stacks) Run(ctx context.Context, life time.Duration) *Container {
	c := &Container{listeners: make(map[chan string]struct{})}
	s.mu.Lock()
	s.running[c] = struct{}{}
	s.mu.Unlock()
	if life > 0 {
		inner, cancel := context.WithTimeout(ctx, life)
		go func() {
			defer cancel()
			c.print(inner)
			s.mu.Lock()
			defer s.mu.Unlock()
			delete(s.running, c)
		}()
		return c
	}
	go c.print(ctx)
	return c
}

func (c *Container) print(ctx context.Context) {
	defer c.end()
	clock := time.NewTicker(250 * time.Millisecond)
	defer clock.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			c.say(fmt.Sprintf("line %d", n))
		}
	}
}

func (c *Container) say(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for l := range c.listeners {
		select {
		case l <- line:
		default:
		}
	}
}

// end lets nobody listen any more.
func (c *Container) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended, c.listeners = true, nil
}

// Listen returns what is printed from now on, false when nothing will be.
func (c *Container) Listen() (chan string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ended {
		return nil, false
	}
	l := make(chan string, 16)
	c.listeners[l] = struct{}{}
	return l, true
}

// Drop ends listening.
func (c *Container) Drop(l chan string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.listeners, l)
}

// Ended says whether the container has gone.
func (c *Container) Ended() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ended
}
