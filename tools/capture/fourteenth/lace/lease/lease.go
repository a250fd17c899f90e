// Package lease lets one of several lead.
package lease

import (
	"context"
	"sync"
	"time"
)

// Lease is held by one at a time.
type Lease struct{ token chan struct{} }

// New is a lease that nobody holds.
func New() *Lease {
	l := &Lease{token: make(chan struct{}, 1)}
	l.token <- struct{}{}
	return l
}

// Campaign waits until the lease is free.
func (l *Lease) Campaign(ctx context.Context) error {
	select {
	case <-l.token:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Stand leads for as long as the service runs, once it may; the others stand by.
func Stand(ctx context.Context, l *Lease, member int) {
	if err := l.Campaign(ctx); err != nil {
		return
	}
	defer func() { l.token <- struct{}{} }()
	var duties sync.WaitGroup
	for _, every := range []time.Duration{2 * time.Second, 30 * time.Second} {
		duties.Add(1)
		go func() {
			defer duties.Done()
			duty(ctx, every)
		}()
	}
	duties.Wait()
}

func duty(ctx context.Context, every time.Duration) {
	clock := time.NewTicker(every)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
		case <-ctx.Done():
			return
		}
	}
}
