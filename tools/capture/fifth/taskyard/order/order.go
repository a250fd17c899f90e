// Package order is what customers want.
package order

import "context"

// Order is a list of beams.
type Order struct {
	Number int
	Beams  [24]uint64
}

type key struct{}

// New makes the nth order.
func New(n int) *Order {
	o := &Order{Number: n}
	for i := range o.Beams {
		o.Beams[i] = uint64(n * i)
	}
	return o
}

// With lets ctx carry o.
func With(ctx context.Context, o *Order) context.Context { return context.WithValue(ctx, key{}, o) }

// From returns the order that ctx carries.
func From(ctx context.Context) *Order {
	o, _ := ctx.Value(key{}).(*Order)
	return o
}
