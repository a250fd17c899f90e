// Package backlog has jobs in their order.
package backlog

import "sync"

// Job has an input.
type Job struct {
	Number int
	Input  []byte
}

type link struct {
	job  Job
	next *link
}

// Backlog is a list with a signal.
type Backlog struct {
	mu          sync.Mutex
	filled      *sync.Cond
	first, last *link
}

// New is empty.
func New() *Backlog {
	b := &Backlog{}
	b.filled = sync.NewCond(&b.mu)
	return b
}

// Push adds a job at the end.
func (b *Backlog) Push(job Job) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := &link{job: job}
	if b.last == nil {
		b.first = l
	} else {
		b.last.next = l
	}
	b.last = l
	b.filled.Signal()
}

// Pop takes the first job, when there is one.
func (b *Backlog) Pop() Job {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.first == nil {
		b.filled.Wait()
	}
	job := b.first.job
	if b.first = b.first.next; b.first == nil {
		b.last = nil
	}
	return job
}
