// Package legs runs the parts of one request.
package legs

import (
	"context"
	"sync"
	"time"
)

// Group runs parts, a limited number at a time, and keeps the first error.
type Group struct {
	places chan struct{}
	wg     sync.WaitGroup
	once   sync.Once
	err    error
}

// NewGroup runs so many parts at a time.
func NewGroup(together int) *Group { return &Group{places: make(chan struct{}, together)} }

// Go waits for a place and starts part.
func (g *Group) Go(part func() error) {
	g.places <- struct{}{}
	g.wg.Add(1)
	go func() {
		defer func() {
			<-g.places
			g.wg.Done()
		}()
		if err := part(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

// Wait waits for all parts.
func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}

type outcome struct {
	text []byte
	err  error
}

// Twice asks, and once more if there is no answer after patience. The first answer counts; the other is given up.
func Twice(ctx context.Context, patience time.Duration, ask func(ctx context.Context) ([]byte, error)) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan outcome, 2)
	attempt := func() {
		text, err := ask(ctx)
		answers <- outcome{text, err}
	}
	go attempt()
	again := time.NewTimer(patience)
	defer again.Stop()
	select {
	case o := <-answers:
		return o.text, o.err
	case <-again.C:
		go attempt()
	}
	o := <-answers
	return o.text, o.err
}
