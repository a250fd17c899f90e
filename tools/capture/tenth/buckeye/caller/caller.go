// Package caller tries again.
package caller

import (
	"context"
	"errors"
	"log"
	"math/rand"
	"sync/atomic"
	"time"

	"go.buckeye.example/hooks/buckeye/receiver"
)

// Caller calls a receiver.
type Caller struct {
	receiver     *receiver.Receiver
	tries        int
	lost, passed atomic.Int64
}

// New tries so often.
func New(r *receiver.Receiver, tries int) *Caller { return &Caller{receiver: r, tries: tries} }

// Call calls until it is taken or there are no tries left.
func (c *Caller) Call(ctx context.Context, number int) {
	wait := 600 * time.Millisecond
	for try := 0; try < c.tries; try++ {
		err := c.receiver.Take(ctx, number)
		if err == nil {
			c.passed.Add(1)
			return
		}
		if !errors.Is(err, receiver.ErrBusy) {
			log.Print(err)
			return
		}
		if !pause(ctx, wait/2+time.Duration(rand.Int63n(int64(wait)))) {
			return
		}
		wait = wait * 17 / 10
	}
	c.lost.Add(1)
}

func pause(ctx context.Context, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
