// Package hall has workers of several kinds before empty queues.
package hall

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Hall has the queues.
type Hall struct {
	parcels chan int
	letters chan int
	bell    *sync.Cond
	rings   int
	shift   sync.WaitGroup
	worked  int64
}

// Open lets n workers of each kind wait.
func Open(ctx context.Context, n int) *Hall {
	h := &Hall{parcels: make(chan int), letters: make(chan int), bell: sync.NewCond(&sync.Mutex{})}
	h.shift.Add(n)
	for i := 0; i < n; i++ {
		go h.carry()
		go h.sort(ctx)
		go h.wait()
	}
	for i := 0; i < n/4; i++ {
		go h.inspect(ctx, i%2 == 0)
		go h.after()
	}
	return h
}

// carry takes parcels until there will be no more.
func (h *Hall) carry() {
	defer h.shift.Done()
	for range h.parcels {
		atomic.AddInt64(&h.worked, 1)
	}
}

// sort takes letters.
func (h *Hall) sort(ctx context.Context) {
	for {
		select {
		case <-h.letters:
			atomic.AddInt64(&h.worked, 1)
		case <-ctx.Done():
			return
		}
	}
}

// wait waits for the bell.
func (h *Hall) wait() {
	h.bell.L.Lock()
	defer h.bell.L.Unlock()
	for seen := 0; ; {
		for h.rings == seen {
			h.bell.Wait()
		}
		seen = h.rings
	}
}

// inspect looks at letters only if it is told to, and at the clock.
func (h *Hall) inspect(ctx context.Context, letters bool) {
	var from chan int
	if letters {
		from = h.letters
	}
	hour := time.NewTicker(time.Hour)
	defer hour.Stop()
	for {
		select {
		case <-from:
			atomic.AddInt64(&h.worked, 1)
		case <-hour.C:
		case <-ctx.Done():
			return
		}
	}
}

// after closes the books when the last carrier has gone.
func (h *Hall) after() {
	h.shift.Wait()
	atomic.AddInt64(&h.worked, 1)
}

// Call brings one piece of work of each kind.
func (h *Hall) Call(n int) {
	h.parcels <- n
	h.letters <- n
	h.bell.L.Lock()
	h.rings++
	h.bell.L.Unlock()
	h.bell.Broadcast()
}
