// Package chain puts steps around a piece of work: each may do it, do it again, or give up.
package chain

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

// ErrLate says that the work took too long.
var ErrLate = errors.New("late")

// Work is what is done for a number.
type Work func(ctx context.Context, number int) error

// Step does work.
type Step interface {
	Do(ctx context.Context, number int) error
}

// Do does the work itself.
func (w Work) Do(ctx context.Context, number int) error { return w(ctx, number) }

// Layer puts a step around another.
type Layer func(next Step) Step

// Build puts the layers around the work, the first one outermost.
func Build(work Work, layers ...Layer) Step {
	var step Step = work
	for i := len(layers) - 1; i >= 0; i-- {
		step = layers[i](step)
	}
	return step
}

type counted struct {
	next       Step
	good, poor atomic.Int64
}

// Counted counts how the work went.
func Counted() Layer { return func(next Step) Step { return &counted{next: next} } }

// Do does it once.
func (c *counted) Do(ctx context.Context, number int) error {
	err := c.next.Do(ctx, number)
	if err != nil {
		c.poor.Add(1)
		return err
	}
	c.good.Add(1)
	return nil
}

type again struct {
	next  Step
	times int
	pause time.Duration
}

// Again does the work up to so many times, unless it was late.
func Again(times int, pause time.Duration) Layer {
	return func(next Step) Step { return &again{next: next, times: times, pause: pause} }
}

// Do does it until it goes well.
func (a *again) Do(ctx context.Context, number int) (err error) {
	for i := 0; i < a.times; i++ {
		if err = a.next.Do(ctx, number); err == nil || errors.Is(err, ErrLate) {
			return err
		}
		time.Sleep(a.pause)
	}
	return err
}

type patience struct {
	next Step
	most time.Duration
}

// Patience gives up after a while.
func Patience(most time.Duration) Layer {
	return func(next Step) Step { return &patience{next: next, most: most} }
}

// Do waits for the work or for the end of the patience.
func (p *patience) Do(ctx context.Context, number int) error {
	outcome := make(chan error)
	go p.try(ctx, number, outcome)
	end := time.NewTimer(p.most)
	defer end.Stop()
	select {
	case err := <-outcome:
		return err
	case <-end.C:
		return ErrLate
	}
}

func (p *patience) try(ctx context.Context, number int, outcome chan<- error) {
	outcome <- p.next.Do(ctx, number)
}
