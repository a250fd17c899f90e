// Package attempt repeats a delivery a few times.
package attempt

import (
	"context"
	"sync/atomic"
	"time"
)

// Deliveries counts what got through.
type Deliveries struct {
	first   time.Duration
	through int64
	lost    int64
}

// New waits first before the second attempt, and twice as long before each next one.
func New(first time.Duration) *Deliveries { return &Deliveries{first: first} }

// Send tries six times.
func (d *Deliveries) Send(ctx context.Context, id int) {
	wait := d.first
	for n := 0; n < 6 && ctx.Err() == nil; n++ {
		if id%3 == 0 && n > 0 || id%9 == 1 && n == 4 {
			atomic.AddInt64(&d.through, 1)
			return
		}
		time.Sleep(wait)
		wait *= 2
	}
	atomic.AddInt64(&d.lost, 1)
}
