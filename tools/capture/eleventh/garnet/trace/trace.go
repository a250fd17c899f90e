// Package trace says what is being done.
package trace

import "context"

type key struct{}

// Span is a step.
type Span struct {
	Step  int
	Parts [24]int64
}

// Begin notes a step in a context.
func Begin(ctx context.Context, step int) (context.Context, *Span) {
	span := &Span{Step: step}
	return context.WithValue(ctx, key{}, span), span
}
