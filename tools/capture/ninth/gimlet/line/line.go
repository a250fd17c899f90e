// Package line is open at times.
package line

import (
	"context"
	"time"
)

// Line is open at the end of each period.
type Line struct {
	began        time.Time
	period, open time.Duration
}

// New begins a period.
func New(period, open time.Duration) *Line {
	return &Line{began: time.Now(), period: period, open: open}
}

// Wait returns when the line is open.
func (l *Line) Wait(ctx context.Context) error {
	into := time.Since(l.began) % l.period
	left := l.period - l.open - into
	if left <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(left)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
