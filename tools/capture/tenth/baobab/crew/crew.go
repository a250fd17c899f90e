// Package crew does jobs.
package crew

import (
	"context"
	"hash/crc32"
	"sync/atomic"
	"time"

	"go.baobab.example/jobs/baobab/backlog"
)

var done, sums atomic.Int64

// Work does one job after the other.
func Work(ctx context.Context, b *backlog.Backlog, each time.Duration) {
	for ctx.Err() == nil {
		job := b.Pop()
		sums.Add(int64(crc32.ChecksumIEEE(job.Input)))
		time.Sleep(each)
		done.Add(1)
	}
}
