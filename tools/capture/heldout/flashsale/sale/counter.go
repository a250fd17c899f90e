// Package sale serves buyers one by one.
package sale

import (
	"context"
	"time"
)

type ticket struct {
	buyer int
	paid  chan bool
}

// Counter has clerks.
type Counter struct{ queue chan ticket }

// Open has so many clerks, each serving one and a half buyers a second.
func Open(ctx context.Context, clerks int) *Counter {
	c := &Counter{queue: make(chan ticket)}
	for range clerks {
		go c.serve(ctx)
	}
	return c
}

func (c *Counter) serve(ctx context.Context) {
	for {
		select {
		case t := <-c.queue:
			time.Sleep(400 * time.Millisecond)
			t.paid <- t.buyer%5 != 0
		case <-ctx.Done():
			return
		}
	}
}

// Buy waits for a clerk and for what the clerk says.
func (c *Counter) Buy(buyer int) bool {
	paid := make(chan bool)
	c.queue <- ticket{buyer: buyer, paid: paid}
	return <-paid
}
