// Package runner runs steps against a clock.
package runner

import (
	"errors"
	"sync/atomic"
	"time"
)

// ErrSlow is returned when the clock was faster.
var ErrSlow = errors.New("runner: step took too long")

// Step is one thing to do on a host.
type Step struct {
	Host string
	Turn int
}

// Runner has a limit for each step.
type Runner struct {
	limit time.Duration
	count atomic.Int64
}

// New limits steps.
func New(limit time.Duration) *Runner { return &Runner{limit: limit} }

// Execute runs one step and returns within the limit.
func (r *Runner) Execute(s Step) error {
	done := make(chan error)
	go r.attempt(s, done)
	clock := time.NewTimer(r.limit)
	defer clock.Stop()
	select {
	case err := <-done:
		return err
	case <-clock.C:
		return ErrSlow
	}
}

func (r *Runner) attempt(s Step, done chan<- error) {
	took := 20 * time.Millisecond
	if r.count.Add(1)%150 == 0 {
		took = time.Second
	}
	time.Sleep(took)
	done <- nil
}
