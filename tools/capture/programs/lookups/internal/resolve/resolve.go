// Package resolve finds the address of a service.
package resolve

import (
	"context"
	"fmt"
	"time"
)

type traceKey struct{}

// Trace is what a lookup carries along.
type Trace struct {
	Name string
	Tags [24]string
}

// Resolver looks names up.
type Resolver struct{ base context.Context }

// New resolves until base ends.
func New(base context.Context) *Resolver { return &Resolver{base: base} }

// Lookup returns a service's address.
func (r *Resolver) Lookup(id int) (string, error) {
	ctx := context.WithValue(r.base, traceKey{}, &Trace{Name: fmt.Sprintf("svc-%d", id)})
	ctx, _ = context.WithTimeout(ctx, time.Hour)
	return ask(ctx, id)
}

func ask(ctx context.Context, id int) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return fmt.Sprintf("10.%d.%d.%d:8080", id>>16&255, id>>8&255, id&255), nil
}
