// Package jobs runs what can be run, a few at a time, each of which can be called off.
package jobs

import (
	"context"
	"log"
)

// Job can be run.
type Job interface {
	Run(ctx context.Context) error
}

type owner struct{}

type ticket struct {
	context.Context
	job Job
	off context.CancelFunc
}

// Runner has a queue and workers.
type Runner struct {
	ctx   context.Context
	queue chan *ticket
	count int
}

// NewRunner has so many workers, until ctx ends.
func NewRunner(ctx context.Context, workers int) *Runner {
	r := &Runner{ctx: ctx, queue: make(chan *ticket, 64)}
	for n := 0; n < workers; n++ {
		go r.work()
	}
	return r
}

// Put queues a job.
func (r *Runner) Put(job Job) {
	r.count++
	select {
	case r.queue <- r.ticket(job, r.count):
	case <-r.ctx.Done():
	}
}

func (r *Runner) ticket(job Job, number int) *ticket {
	ctx, off := context.WithCancel(context.WithValue(r.ctx, owner{}, number))
	return &ticket{Context: ctx, job: job, off: off}
}

func (r *Runner) work() {
	for {
		select {
		case t := <-r.queue:
			if err := t.job.Run(t); err != nil {
				log.Print(err)
				t.off()
			}
		case <-r.ctx.Done():
			return
		}
	}
}
