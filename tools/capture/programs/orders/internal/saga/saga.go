// Package saga carries an order from one step to the next.
package saga

import (
	"context"
	"errors"
	"time"

	"github.com/acme-labs/orders/internal/scope"
)

var errStock = errors.New("saga: out of stock")

type orderKey struct{}

// Order is what the steps work on.
type Order struct {
	ID    int
	Lines [500]int64
}

func load(id int) *Order {
	order := &Order{ID: id}
	for i := range order.Lines {
		order.Lines[i] = int64(id * i % 977)
	}
	return order
}

// Saga is the steps of all orders of a component.
type Saga struct{ scope *scope.Scope }

// New runs steps within a scope.
func New(s *scope.Scope) *Saga { return &Saga{scope: s} }

// Step runs the next step of an order.
func (s *Saga) Step(order int) error {
	ctx, cancel := context.WithCancel(context.WithValue(s.scope, orderKey{}, load(order)))
	if err := reserve(ctx, order); err != nil {
		cancel()
		return err
	}
	return book(ctx, order)
}

func reserve(ctx context.Context, order int) error {
	if order%9 == 0 {
		return errStock
	}
	return wait(ctx, 2*time.Millisecond)
}

func book(ctx context.Context, order int) error {
	return wait(ctx, time.Duration(1+order%5)*time.Millisecond)
}

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
