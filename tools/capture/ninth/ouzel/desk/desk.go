// Package desk has a number of subscriptions and renews them in turn.
package desk

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"go.ouzel.example/feeds/ouzel/stream"
)

// Desk has subscriptions.
type Desk struct {
	ctx        context.Context
	subscriber *stream.Subscriber
	events     atomic.Int64
	refused    atomic.Int64

	mu   sync.Mutex
	ends []context.CancelFunc
}

// New has room for n.
func New(ctx context.Context, s *stream.Subscriber, n int) *Desk {
	d := &Desk{ctx: ctx, subscriber: s, ends: make([]context.CancelFunc, n)}
	for i := range d.ends {
		d.begin(i, i)
	}
	return d
}

// Renew ends the subscription whose turn it is and begins it anew.
func (d *Desk) Renew(turn int) { d.begin(turn%len(d.ends), turn) }

func (d *Desk) begin(at, turn int) {
	ctx, end := context.WithCancel(d.ctx)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ends[at] != nil {
		d.ends[at]()
	}
	d.ends[at] = end
	go d.follow(ctx, fmt.Sprintf("/feed/%d", turn))
}

func (d *Desk) follow(ctx context.Context, path string) {
	err := d.subscriber.Subscribe(ctx, path, func(stream.Event) { d.events.Add(1) })
	if err != nil && ctx.Err() == nil {
		d.refused.Add(1)
	}
}
