// Package residents is what a service keeps running whatever its traffic: dispatchers, stages, beats and a bounded queue.
package residents

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"hub.tessera.example/base/cadence"
)

var done uint64

type parcel struct {
	id   int
	back chan<- int
}

// Settle keeps about n goroutines: five in ten are stages of pipelines, three wait at a shared queue, two beat.
func Settle(ctx context.Context, n int) {
	heads := make([]chan parcel, 0, n/10+1)
	for i := 0; i < n/10; i++ {
		heads = append(heads, pipeline(ctx, 5))
	}
	q := newQueue()
	for i := 0; i < n*3/10; i++ {
		go q.serve(ctx)
	}
	for i := 0; i < n/5; i++ {
		go beat(ctx, time.Duration(1500+i*37%2000)*time.Millisecond)
	}
	cadence.Loop(ctx, 25*time.Millisecond, func(n int) {
		if len(heads) > 0 {
			answer := make(chan int, 1)
			heads[n%len(heads)] <- parcel{id: n, back: answer}
		}
		q.put(n)
	})
	go func() {
		<-ctx.Done()
		q.close()
	}()
}

// pipeline joins stages by unbuffered channels and returns its entry.
func pipeline(ctx context.Context, stages int) chan parcel {
	entry := make(chan parcel)
	in := entry
	for i := 1; i < stages; i++ {
		out := make(chan parcel)
		go stage(ctx, in, out)
		in = out
	}
	go finish(ctx, in)
	return entry
}

func stage(ctx context.Context, in <-chan parcel, out chan<- parcel) {
	for {
		select {
		case p := <-in:
			p.id++
			select {
			case out <- p:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func finish(ctx context.Context, in <-chan parcel) {
	for {
		select {
		case p := <-in:
			p.back <- p.id
			atomic.AddUint64(&done, 1)
		case <-ctx.Done():
			return
		}
	}
}

// queue is a list guarded by a condition.
type queue struct {
	sync.Mutex
	filled *sync.Cond
	items  []int
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.filled = sync.NewCond(q)
	return q
}

func (q *queue) put(item int) {
	q.Lock()
	defer q.Unlock()
	q.items = append(q.items, item)
	q.filled.Signal()
}

func (q *queue) close() {
	q.Lock()
	defer q.Unlock()
	q.closed = true
	q.filled.Broadcast()
}

func (q *queue) take() (item int, ok bool) {
	q.Lock()
	defer q.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.filled.Wait()
	}
	if q.closed {
		return 0, false
	}
	item, q.items = q.items[0], q.items[1:]
	return item, true
}

func (q *queue) serve(ctx context.Context) {
	for ctx.Err() == nil {
		if _, ok := q.take(); !ok {
			return
		}
		runtime.Gosched()
		atomic.AddUint64(&done, 1)
	}
}

func beat(ctx context.Context, period time.Duration) {
	clock := time.NewTicker(period)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			atomic.AddUint64(&done, 1)
		case <-ctx.Done():
			return
		}
	}
}
