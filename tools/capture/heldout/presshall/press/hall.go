// Package press has presses and one queue.
package press

import (
	"context"
	"sync/atomic"
	"time"
)

// Sheet is printed.
type Sheet struct{ Author, Page int }

// Hall has presses.
type Hall struct {
	queue   chan Sheet
	printed atomic.Int64
}

// NewHall starts presses.
func NewHall(ctx context.Context, presses int) *Hall {
	h := &Hall{queue: make(chan Sheet, 20)}
	for range presses {
		go h.run(ctx)
	}
	return h
}

// Print waits for room in the queue.
func (h *Hall) Print(s Sheet) { h.queue <- s }

func (h *Hall) run(ctx context.Context) {
	for {
		select {
		case s := <-h.queue:
			time.Sleep(time.Duration(60+s.Page%20) * time.Millisecond)
			h.printed.Add(1)
		case <-ctx.Done():
			return
		}
	}
}
