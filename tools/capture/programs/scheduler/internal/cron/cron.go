// Package cron runs jobs at intervals.
package cron

import (
	"context"
	"sync"
	"time"
)

// Jobs is when each job ran last.
type Jobs struct {
	mu   sync.Mutex
	last map[int]time.Time
}

// New has no jobs.
func New() *Jobs { return &Jobs{last: make(map[int]time.Time)} }

// Every runs a job at an interval until ctx ends.
func (j *Jobs) Every(ctx context.Context, id int, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case at := <-tick.C:
			j.run(id, at)
		case <-ctx.Done():
			return
		}
	}
}

// Watch looks after a lock file as long as the process lives.
func (j *Jobs) Watch(id int) {
	for {
		time.Sleep(time.Duration(5+id%6) * time.Second)
		j.run(1000+id, time.Now())
	}
}

func (j *Jobs) run(id int, at time.Time) {
	j.mu.Lock()
	j.last[id] = at
	j.mu.Unlock()
}
