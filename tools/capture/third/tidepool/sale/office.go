// Package sale sells tickets at a few counters.
package sale

import (
	"context"
	"sync/atomic"
	"time"
)

// Office has counters.
type Office struct {
	counters chan int
	sold     int64
}

// Open opens n counters.
func Open(n int) *Office {
	o := &Office{counters: make(chan int, n)}
	for i := 0; i < n; i++ {
		o.counters <- i
	}
	return o
}

// Buy waits for a counter and buys a ticket there.
func (o *Office) Buy(ctx context.Context, customer int) {
	var wishes [128]int
	for i := range wishes {
		wishes[i] = customer + i
	}
	select {
	case counter := <-o.counters:
		time.Sleep(90 * time.Millisecond)
		atomic.AddInt64(&o.sold, int64(wishes[counter]&1|1))
		o.counters <- counter
	case <-ctx.Done():
	}
}
