// Package roster is who is always there: workers at a channel, watchers of a condition, inspectors on rounds.
package roster

import (
	"sync"
	"sync/atomic"
	"time"
)

var served uint64

// Workers starts n that take jobs from one channel, which gets one every period.
func Workers(n int, period time.Duration) {
	jobs := make(chan func(), n)
	for i := 0; i < n; i++ {
		go work(jobs)
	}
	go func() {
		for {
			time.Sleep(period)
			jobs <- func() { atomic.AddUint64(&served, 1) }
		}
	}()
}

func work(jobs <-chan func()) {
	for job := range jobs {
		job()
	}
}

// Watchers starts n that wait until a generation changes, which it does every period.
func Watchers(n int, period time.Duration) {
	b := &board{}
	b.changed = sync.NewCond(&b.mu)
	for i := 0; i < n; i++ {
		go b.watch()
	}
	go func() {
		for {
			time.Sleep(period)
			b.mu.Lock()
			b.generation++
			b.mu.Unlock()
			b.changed.Broadcast()
		}
	}()
}

type board struct {
	mu         sync.Mutex
	changed    *sync.Cond
	generation int
}

func (b *board) watch() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for seen := 0; ; seen = b.generation {
		for b.generation == seen {
			b.changed.Wait()
		}
		atomic.AddUint64(&served, 1)
	}
}

// Inspectors starts n that look at something each time their ticker says so, or when they are asked to.
func Inspectors(n int, period time.Duration) chan<- struct{} {
	asked := make(chan struct{})
	for i := 0; i < n; i++ {
		go inspect(period+time.Duration(i)*7*time.Millisecond, asked)
	}
	return asked
}

func inspect(period time.Duration, asked <-chan struct{}) {
	round := time.NewTicker(period)
	defer round.Stop()
	for {
		select {
		case <-round.C:
			atomic.AddUint64(&served, 1)
		case <-asked:
			atomic.AddUint64(&served, 2)
		}
	}
}
