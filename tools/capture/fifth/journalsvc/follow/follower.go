// Package follow reads the journal, each reader at a pace of its own.
package follow

import (
	"context"
	"hash/crc32"
	"sync/atomic"
	"time"

	"hub.tessera.example/base/cadence"

	"git.paperchain.example/core/journalsvc/journal"
)

// Follower has read up to an offset.
type Follower struct {
	name   string
	offset int64
	sum    uint32
}

// Start follows the log: every period all that is new.
func Start(ctx context.Context, log *journal.Journal, name string, period time.Duration) *Follower {
	f := &Follower{name: name}
	cadence.Loop(ctx, period, func(int) {
		next := log.Read(int(atomic.LoadInt64(&f.offset)), f.take)
		atomic.StoreInt64(&f.offset, int64(next))
	})
	return f
}

func (f *Follower) take(e journal.Entry) {
	f.sum = crc32.Update(f.sum, crc32.IEEETable, e.Text[:64])
}

// Slowest is the offset up to which all have read.
func Slowest(followers []*Follower) int {
	least := atomic.LoadInt64(&followers[0].offset)
	for _, f := range followers[1:] {
		if at := atomic.LoadInt64(&f.offset); at < least {
			least = at
		}
	}
	return int(least)
}
