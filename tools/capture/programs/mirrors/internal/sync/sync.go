// Package sync copies files from one mirror to another.
package sync

import (
	"context"
	"fmt"
	"time"

	"example.org/ops/pool"
)

type manifestKey struct{}

// Manifest is the files of one job.
type Manifest struct {
	Files []string
	Sums  [][]byte
}

// Job copies the files of a manifest.
type Job struct {
	id     int
	ctx    context.Context
	cancel context.CancelFunc
}

// Queue is the jobs of one mirror pair.
type Queue struct{ checks *pool.Pool[string] }

// NewQueue verifies copies through a pool.
func NewQueue(checks *pool.Pool[string]) *Queue { return &Queue{checks: checks} }

// Run starts a job at every interval until ctx ends.
func (q *Queue) Run(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			job := prepare(ctx, n)
			job.copyAll(q.checks)
		case <-ctx.Done():
			return
		}
	}
}

func prepare(ctx context.Context, id int) *Job {
	job := &Job{id: id}
	job.prepare(ctx)
	return job
}

func (j *Job) prepare(ctx context.Context) {
	manifest := &Manifest{}
	for i := 0; i < 12; i++ {
		manifest.Files = append(manifest.Files, fmt.Sprintf("pool/main/%d/%d.deb", j.id, i))
		manifest.Sums = append(manifest.Sums, make([]byte, 32))
	}
	j.ctx, j.cancel = context.WithCancel(context.WithValue(ctx, manifestKey{}, manifest))
}

func (j *Job) copyAll(checks *pool.Pool[string]) {
	manifest := j.ctx.Value(manifestKey{}).(*Manifest)
	for _, file := range manifest.Files {
		if j.ctx.Err() != nil {
			return
		}
		checks.Offer(file)
	}
	if len(manifest.Files) == 0 {
		j.cancel()
	}
}
