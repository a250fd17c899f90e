// Package plan runs each job at its time.
package plan

import (
	"sync/atomic"
	"time"
)

type job struct {
	every time.Duration
	timer *time.Timer
	runs  int64
}

var jobs []*job

// Start plans n jobs of different periods.
func Start(n int) {
	for i := 0; i < n; i++ {
		j := &job{every: time.Second + time.Duration(i)*100*time.Millisecond}
		j.timer = time.AfterFunc(time.Hour, j.run)
		j.timer.Reset(j.every)
		jobs = append(jobs, j)
	}
}

func (j *job) run() {
	atomic.AddInt64(&j.runs, 1)
	j.timer.Reset(j.every)
}
