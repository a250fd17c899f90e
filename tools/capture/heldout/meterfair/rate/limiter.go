// Package rate spaces calls.
package rate

import (
	"context"
	"sync"
	"time"
)

// Limiter reserves a moment for each call.
type Limiter struct {
	mu    sync.Mutex
	every time.Duration
	next  time.Time
}

// NewLimiter allows so many calls a second.
func NewLimiter(perSecond int) *Limiter {
	return &Limiter{every: time.Second / time.Duration(perSecond)}
}

func (l *Limiter) reserve() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if l.next.Before(now) {
		l.next = now
	}
	wait := l.next.Sub(now)
	l.next = l.next.Add(l.every)
	return wait
}

// Wait returns when it is the caller's turn.
func (l *Limiter) Wait(ctx context.Context) error {
	wait := l.reserve()
	if wait > 3*time.Second {
		return context.DeadlineExceeded
	}
	time.Sleep(wait)
	return ctx.Err()
}
