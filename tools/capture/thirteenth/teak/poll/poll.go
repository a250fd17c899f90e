// Package poll asks for tasks.
package poll

import (
	"context"
	"time"

	"git.taskmaster.example/work/teak/hand"
)

// Poller gives tasks to a hand.
type Poller struct {
	hand   *hand.Hand
	polled int
	failed int
}

// New has a hand.
func New(h *hand.Hand) *Poller { return &Poller{hand: h} }

// Run polls until the context ends.
func (p *Poller) Run(ctx context.Context) {
	for ctx.Err() == nil {
		p.Poll(ctx)
		time.Sleep(20 * time.Millisecond)
	}
}

// Poll asks once.
func (p *Poller) Poll(ctx context.Context) {
	p.polled++
	if err := p.hand.Do(ctx, &hand.Task{Number: p.polled, Attempt: 1, Revoked: p.polled%10 == 9}); err != nil {
		p.failed++
	}
}
