// Package meta is the annotations of a pass, carried in the context.
package meta

import (
	"context"
	"time"
)

type key struct{}

// Annotations tell a line of the log where it came from.
type Annotations struct {
	Pass   int
	Began  time.Time
	Object string
	Pairs  [80]string
}

// With returns a context that has these annotations.
func With(ctx context.Context, a *Annotations) context.Context {
	return context.WithValue(ctx, key{}, a)
}

// From returns the annotations nearest to ctx.
func From(ctx context.Context) *Annotations {
	if a, ok := ctx.Value(key{}).(*Annotations); ok {
		return a
	}
	return &Annotations{}
}

// Next returns annotations with what was known before.
func Next(ctx context.Context, object string) *Annotations {
	before := From(ctx)
	next := &Annotations{Pass: before.Pass + 1, Began: time.Now(), Object: object}
	copy(next.Pairs[1:], before.Pairs[:])
	next.Pairs[0] = object
	return next
}
