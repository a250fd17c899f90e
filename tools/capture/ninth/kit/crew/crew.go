// Package crew is who is there all the time: desks with an inbox, clerks at one counter, rounds, sleepers at a bell.
package crew

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"go.northlight.example/works/proc"
)

var handled uint64

// Hire brings about n: four in ten are desks, three clerks, two go rounds, one waits for a bell.
func Hire(ctx context.Context, n int) {
	desks := make([]*desk, n*4/10)
	for i := range desks {
		desks[i] = &desk{inbox: make(chan func()), name: i}
		go desks[i].work(ctx)
	}
	counter := make(chan int, 8)
	for i := 0; i < n*3/10; i++ {
		go clerk(counter)
	}
	for i := 0; i < n/5; i++ {
		go round(ctx, 1200*time.Millisecond+time.Duration(i*53%1900)*time.Millisecond)
	}
	bell := newBell()
	for i := 0; i < n/10; i++ {
		go bell.sleep()
	}
	proc.Tick(ctx, 30*time.Millisecond, func(turn int) {
		counter <- turn
		if len(desks) > 0 {
			desks[turn%len(desks)].ask(ctx)
		}
		if turn%200 == 199 {
			bell.ring()
		}
	})
}

type desk struct {
	inbox chan func()
	name  int
}

func (d *desk) work(ctx context.Context) {
	for {
		select {
		case job := <-d.inbox:
			job()
		case <-ctx.Done():
			return
		}
	}
}

func (d *desk) ask(ctx context.Context) {
	select {
	case d.inbox <- func() { atomic.AddUint64(&handled, 1) }:
	case <-ctx.Done():
	}
}

func clerk(counter <-chan int) {
	for range counter {
		atomic.AddUint64(&handled, 1)
	}
}

func round(ctx context.Context, period time.Duration) {
	next := time.NewTimer(period)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-next.C:
			atomic.AddUint64(&handled, 1)
			next.Reset(period)
		}
	}
}

type bell struct {
	mu    sync.Mutex
	rung  *sync.Cond
	times int
}

func newBell() *bell {
	b := &bell{}
	b.rung = sync.NewCond(&b.mu)
	return b
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.times++
	b.rung.Broadcast()
}

func (b *bell) sleep() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for heard := 0; ; heard = b.times {
		for b.times == heard {
			b.rung.Wait()
		}
		atomic.AddUint64(&handled, 1)
	}
}
