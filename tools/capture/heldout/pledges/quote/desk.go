// Package quote computes quotes of several parts.
package quote

import (
	"context"
	"sync/atomic"
	"time"

	"git.tangent.example/flow/pledges/promise"
)

// Desk adds up what it has quoted.
type Desk struct{ total atomic.Int64 }

// NewDesk has quoted nothing.
func NewDesk() *Desk { return &Desk{} }

// Ask computes a quote in the background.
func (d *Desk) Ask(ctx context.Context, number int) {
	price := promise.New[int]()
	go d.collect(price)
	d.compute(ctx, number, price)
}

func (d *Desk) compute(ctx context.Context, number int, price *promise.Promise[int]) {
	need := time.Duration(5+number%10) * time.Millisecond
	if number%21 == 20 {
		need = time.Second
	}
	select {
	case <-time.After(need):
		price.Resolve(number * 3)
	case <-ctx.Done():
	}
}

func (d *Desk) collect(price *promise.Promise[int]) { d.total.Add(int64(price.Await())) }
