// Package gauge polls sensors, each in a loop of its own.
package gauge

import (
	"context"
	"math/rand"
	"sync/atomic"
	"time"
)

// Bank is the sensors of one farm.
type Bank struct{ values []int64 }

// Start polls n sensors until ctx ends.
func Start(ctx context.Context, n int) *Bank {
	b := &Bank{values: make([]int64, n)}
	for i := range b.values {
		go b.poll(ctx, i)
	}
	return b
}

// Value returns a sensor's last value.
func (b *Bank) Value(i int) int64 { return atomic.LoadInt64(&b.values[i%len(b.values)]) }

func (b *Bank) poll(ctx context.Context, i int) {
	random := rand.New(rand.NewSource(int64(i)))
	for {
		select {
		case <-time.After(time.Duration(2000+random.Intn(4000)) * time.Millisecond):
			atomic.StoreInt64(&b.values[i], random.Int63n(100))
		case <-ctx.Done():
			return
		}
	}
}
