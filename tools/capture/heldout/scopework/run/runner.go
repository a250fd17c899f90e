// Package run runs jobs within a scope.
package run

import (
	"context"
	"errors"
)

type jobKey struct{}

type job struct {
	number int
	inputs [40]int
}

// Runner has a context as long as the service's.
type Runner struct{ base context.Context }

// NewRunner runs until ctx ends.
func NewRunner(ctx context.Context) *Runner { return &Runner{base: ctx} }

func (r *Runner) scope(j *job) (context.Context, context.CancelFunc) {
	return context.WithCancel(context.WithValue(r.base, jobKey{}, j))
}

// Submit runs job number.
func (r *Runner) Submit(number int) error {
	ctx, cancel := r.scope(&job{number: number})
	if err := work(ctx); err != nil {
		cancel()
		return err
	}
	return nil
}

func work(ctx context.Context) error {
	j := ctx.Value(jobKey{}).(*job)
	for i := range j.inputs {
		j.inputs[i] = i * j.number
	}
	if j.number%9 == 0 {
		return errors.New("odd inputs")
	}
	return ctx.Err()
}
