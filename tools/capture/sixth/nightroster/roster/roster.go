// Package roster keeps schedules.
package roster

import (
	"context"
	"log"
	"sync/atomic"
	"time"
)

// Duty is work with a schedule of its own.
type Duty interface {
	Next(now time.Time) time.Time
	Work(ctx context.Context) error
}

// Roster does duties when they are due.
type Roster[D Duty] struct{ done, failed uint64 }

// New has no duties yet.
func New[D Duty]() *Roster[D] { return &Roster[D]{} }

// Keep does d each time it is due until ctx ends.
func (r *Roster[D]) Keep(ctx context.Context, d D) { go r.keep(ctx, d) }

func (r *Roster[D]) keep(ctx context.Context, d D) {
	for ctx.Err() == nil {
		time.Sleep(time.Until(d.Next(time.Now())))
		if err := d.Work(ctx); err != nil {
			atomic.AddUint64(&r.failed, 1)
			log.Print(err)
			continue
		}
		atomic.AddUint64(&r.done, 1)
	}
}
