// Package group runs functions, some at a time.
package group

import "sync"

// Group has functions that run.
type Group struct {
	places  chan struct{}
	running sync.WaitGroup
	once    sync.Once
	err     error
}

// New runs n at a time.
func New(n int) *Group { return &Group{places: make(chan struct{}, n)} }

// Go runs a function when there is a place.
func (g *Group) Go(f func() error) {
	g.running.Add(1)
	go func() {
		defer g.running.Done()
		g.places <- struct{}{}
		defer func() { <-g.places }()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

// Wait waits for all.
func (g *Group) Wait() error {
	g.running.Wait()
	return g.err
}
