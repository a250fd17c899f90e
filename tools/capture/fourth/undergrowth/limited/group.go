// Package limited runs functions, only so many at a time.
package limited

import "sync"

// Group is a group of functions that run.
type Group struct {
	places chan struct{}
	wg     sync.WaitGroup
}

// New runs up to n at a time.
func New(n int) *Group { return &Group{places: make(chan struct{}, n)} }

// Go waits for a place and runs f.
func (g *Group) Go(f func()) {
	g.places <- struct{}{}
	g.wg.Add(1)
	go func() {
		defer func() {
			<-g.places
			g.wg.Done()
		}()
		f()
	}()
}

// Wait waits for all of them.
func (g *Group) Wait() { g.wg.Wait() }
