// Package limit lets so many through a second.
package limit

import (
	"context"
	"sync/atomic"
	"time"
)

// Limiter is a bucket that a goroutine of its own refills.
type Limiter struct {
	most   int64
	left   int64
	resize chan int64
	cancel context.CancelFunc
}

// New allows perSecond until ctx ends.
func New(ctx context.Context, perSecond int64) *Limiter {
	l := &Limiter{most: perSecond, left: perSecond, resize: make(chan int64)}
	ctx, l.cancel = context.WithCancel(ctx)
	go l.run(ctx)
	return l
}

func (l *Limiter) run(ctx context.Context) {
	second := time.NewTicker(time.Second)
	defer second.Stop()
	for {
		select {
		case <-second.C:
			atomic.StoreInt64(&l.left, l.most)
		case l.most = <-l.resize:
		case <-ctx.Done():
			return
		}
	}
}

// Stop ends the refilling.
func (l *Limiter) Stop() { l.cancel() }

// Allow takes one, if one is left.
func (l *Limiter) Allow() bool { return atomic.AddInt64(&l.left, -1) >= 0 }
