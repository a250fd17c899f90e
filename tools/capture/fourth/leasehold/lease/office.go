// Package lease lets rooms.
package lease

import (
	"context"
	"sync/atomic"
	"time"
)

type papers struct {
	room  int
	pages [700]byte
}

type papersKey struct{}

// Office lets rooms.
type Office struct {
	ended atomic.Int64
	early atomic.Int64
}

// NewOffice has let none.
func NewOffice() *Office { return &Office{} }

// Let lets a room until its time is over or the guest goes.
func (o *Office) Let(ctx context.Context, room int) {
	ctx, cancel := context.WithTimeout(ctx, 21*time.Second)
	ctx = context.WithValue(ctx, papersKey{}, &papers{room: room})
	stop := context.AfterFunc(ctx, func() { o.ended.Add(1) })
	if room%3 == 0 {
		defer cancel()
		defer stop()
		o.early.Add(1)
		stay(ctx, time.Duration(5+room%9)*time.Second)
		return
	}
	defer cancel()
	stay(ctx, time.Minute)
}

func stay(ctx context.Context, most time.Duration) {
	patience := time.NewTimer(most)
	defer patience.Stop()
	select {
	case <-patience.C:
	case <-ctx.Done():
	}
}
