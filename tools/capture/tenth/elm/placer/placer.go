// Package placer knows how busy runners are.
package placer

import (
	"context"
	"hash/fnv"
	"sync"
	"time"

	"go.causeway.example/quay/boot"
)

// Pool has runners.
type Pool struct {
	mu      sync.RWMutex
	load    []int
	reports chan int
}

// New has n runners, whose reports are taken in from time to time.
func New(ctx context.Context, n int) *Pool {
	p := &Pool{load: make([]int, n), reports: make(chan int, 64)}
	boot.Every(ctx, 2*time.Second, p.drain)
	return p
}

// Place returns the runner for a call.
func (p *Pool) Place(call string) int {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(call))
	p.mu.Lock()
	defer p.mu.Unlock()
	runner := int(sum.Sum32() % uint32(len(p.load)))
	p.load[runner]++
	return runner
}

// Report says that a call has ended.
func (p *Pool) Report(runner int) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	p.reports <- runner
}

func (p *Pool) drain(n int) {
	if n%12 >= 9 {
		return
	}
	for left := len(p.reports); left > 0; left-- {
		p.mu.Lock()
		p.load[<-p.reports]--
		p.mu.Unlock()
	}
}
