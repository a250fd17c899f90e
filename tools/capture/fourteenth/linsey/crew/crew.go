// Package crew does jobs of several kinds; for some kinds there is hardly ever any.
package crew

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"

	"git.dispatchers.example/jobs/linsey/queue"
)

// Job is what is to be done.
type Job struct {
	Kind, Number int
	Note         string
}

const kinds = 6

var (
	done atomic.Int64
	idle atomic.Int64
)

// Work has people who poll, ten for each kind, and puts perSecond jobs of the first two.
func Work(ctx context.Context, perSecond float64) {
	var queues [kinds]*queue.Queue[Job]
	for k := range queues {
		queues[k] = &queue.Queue[Job]{}
		for i := 0; i < 10; i++ {
			go poll(ctx, queues[k])
		}
	}
	start.Beat(ctx, perSecond, func(n int) {
		queues[n%2].Put(Job{Kind: n % 2, Number: n, Note: "as usual"})
	})
}

func poll(ctx context.Context, q *queue.Queue[Job]) {
	for ctx.Err() == nil {
		jobs, err := q.Poll(700 * time.Millisecond)
		if errors.Is(err, queue.ErrTimeout) {
			idle.Add(1)
			continue
		}
		for range jobs {
			done.Add(1)
		}
	}
}
