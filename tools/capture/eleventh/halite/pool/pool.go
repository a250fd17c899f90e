// Package pool works on tasks when their time has come.
package pool

import (
	"sync"
	"time"
)

const never = 365 * 24 * time.Hour

type task struct {
	due time.Time
	run func()
}

// Pool has workers.
type Pool struct {
	mu    sync.Mutex
	tasks []task
	wake  chan struct{}
}

// New has n workers.
func New(n int) *Pool {
	p := &Pool{wake: make(chan struct{})}
	for i := 0; i < n; i++ {
		go p.work()
	}
	return p
}

// Add adds a task.
func (p *Pool) Add(after time.Duration, run func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tasks = append(p.tasks, task{time.Now().Add(after), run})
	close(p.wake)
	p.wake = make(chan struct{})
}

func (p *Pool) work() {
	for {
		p.dequeue()()
	}
}

func (p *Pool) dequeue() func() {
	for {
		run, wait, wake := p.first()
		if run != nil {
			return run
		}
		select {
		case <-time.After(wait):
		case <-wake:
		}
	}
}

func (p *Pool) first() (func(), time.Duration, <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	wait := never
	for i, t := range p.tasks {
		left := time.Until(t.due)
		if left <= 0 {
			p.tasks = append(p.tasks[:i], p.tasks[i+1:]...)
			return t.run, 0, nil
		}
		wait = min(wait, left)
	}
	return nil, wait, p.wake
}
