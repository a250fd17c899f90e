// Package proxywatch merges equal watches.
package proxywatch

import (
	"sync"
	"time"
)

type cast struct{ receivers int }

type casts struct {
	mu      sync.Mutex
	all     map[*cast]struct{}
	updates chan *cast
	done    chan struct{}
}

func newCasts() *casts {
	c := &casts{all: map[*cast]struct{}{}, updates: make(chan *cast, 1), done: make(chan struct{})}
	go func() {
		defer close(c.done)
		for one := range c.updates {
			time.Sleep(10 * time.Millisecond)
			c.merge(one)
		}
	}()
	return c
}

func (c *casts) merge(one *cast) {
	c.mu.Lock()
	defer c.mu.Unlock()
	one.receivers++
	c.all[one] = struct{}{}
}

func (c *casts) stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(c.updates)
	<-c.done
}

// Run stops with an update under way.
func Run(int) {
	c := newCasts()
	c.updates <- &cast{}
	c.stop()
}
