// Package score adds up the parts of a survey.
package score

import (
	"sync"
	"sync/atomic"
	"time"
)

// Round is one survey.
type Round struct {
	id    int
	wait  sync.WaitGroup
	total int64
}

// NewRound scores a survey.
func NewRound(id int) *Round { return &Round{id: id} }

// Run returns the total over n parts.
func (r *Round) Run(n int) int64 {
	for i := 0; i < n; i++ {
		r.wait.Add(1)
		go r.part(i)
	}
	r.wait.Wait()
	return atomic.LoadInt64(&r.total)
}

func (r *Round) part(question int) {
	defer r.wait.Done()
	answers := make(chan int64)
	go r.answer(question, answers)
	atomic.AddInt64(&r.total, <-answers)
}

func (r *Round) answer(question int, answers chan<- int64) {
	time.Sleep(2 * time.Millisecond)
	blank := r.id%5 == 1 && question > 3
	if !blank {
		answers <- int64(r.id*question) % 10
	}
}
