// Command backlogd stores queued messages.
package main

import (
	"context"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"queue.example/backlogd/drain"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(10)
	queue := drain.NewQueue()
	for n := 0; n < 20000; n++ {
		queue.Put(n)
	}
	jobs.Every(ctx, 50*time.Millisecond, func(n int) { queue.Put(n) })
	jobs.Every(ctx, 25*time.Millisecond, func(int) { queue.Take(6) })
	traffic.Documents(ctx, 3000)
	return nil
}

func main() { run.Service("backlogd", start) }
