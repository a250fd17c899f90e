// Package attempt calls a function until it does well.
package attempt

import (
	"context"
	"errors"
	"time"
)

// Options say how often and how long.
type Options struct {
	Most    int
	PerCall time.Duration
}

// ErrUsedUp is told after the last attempt.
var ErrUsedUp = errors.New("attempts are used up")

type number struct{}

// Number is the number of the attempt that a context belongs to.
func Number(ctx context.Context) int {
	n, _ := ctx.Value(number{}).(int)
	return n
}

func (o Options) perCall(ctx context.Context, n int) context.Context {
	if o.PerCall > 0 {
		ctx, _ = context.WithTimeout(ctx, o.PerCall) //nolint:govet // ends by itself
	}
	return context.WithValue(ctx, number{}, n)
}

// Do calls f with a context for each attempt.
func Do[T any](ctx context.Context, o Options, f func(context.Context) (T, error)) (T, error) {
	var none T
	for n := 1; n <= o.Most; n++ {
		done, err := f(o.perCall(ctx, n))
		if err == nil {
			return done, nil
		}
		if ctx.Err() != nil {
			return none, ctx.Err()
		}
	}
	return none, ErrUsedUp
}
