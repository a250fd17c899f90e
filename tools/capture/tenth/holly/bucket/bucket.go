// Package bucket has tokens.
package bucket

import (
	"context"
	"sync"
	"time"
)

// Bucket fills at a rate.
type Bucket struct {
	mu    sync.Mutex
	each  time.Duration
	burst time.Duration
	next  time.Time
}

// New fills perSecond and holds burst.
func New(perSecond, burst int) *Bucket {
	each := time.Second / time.Duration(perSecond)
	return &Bucket{each: each, burst: each * time.Duration(burst)}
}

func (b *Bucket) reserve(now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if earliest := now.Add(-b.burst); b.next.Before(earliest) {
		b.next = earliest
	}
	b.next = b.next.Add(b.each)
	return b.next.Sub(now)
}

// Wait returns when there is a token.
func (b *Bucket) Wait(ctx context.Context) error {
	wait := b.reserve(time.Now())
	if wait <= 0 {
		return nil
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
