// Package press makes tables smaller.
package press

import (
	"context"
	"time"
)

// Press works when it is told to.
type Press struct {
	wake chan struct{}
	work func(ctx context.Context)
}

// Suggest tells the press that there is work.
func (p *Press) Suggest() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// Start looks at what was left and begins to work.
func (p *Press) Start(ctx context.Context) {
	p.wake <- struct{}{}
	go func() {
		for {
			select {
			case <-p.wake:
				p.work(ctx)
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Run starts a press that has a suggestion already.
func Run(int) {
	p := &Press{wake: make(chan struct{}, 1), work: func(context.Context) { time.Sleep(time.Millisecond) }}
	p.Suggest()
	p.Start(context.Background())
}
