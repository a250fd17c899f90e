// Package tenants have a receiver each.
package tenants

import (
	"context"
	"fmt"
	"sync/atomic"

	"go.slate.example/clouds/slate/transport"
)

// Receiver receives until a context ends.
type Receiver interface {
	Receive(ctx context.Context, subject string, hand func(transport.Event))
}

// Tenants are reloaded when their settings change.
type Tenants struct {
	ctx      context.Context
	receiver Receiver
	stops    []context.CancelFunc
	received atomic.Int64
}

// New starts n of them.
func New(ctx context.Context, r Receiver, n int) *Tenants {
	t := &Tenants{ctx: ctx, receiver: r, stops: make([]context.CancelFunc, n)}
	for i := range t.stops {
		t.start(i)
	}
	return t
}

func (t *Tenants) start(i int) {
	ctx, stop := context.WithCancel(t.ctx)
	t.stops[i] = stop
	go t.receiver.Receive(ctx, fmt.Sprint("tenant-", i), func(transport.Event) { t.received.Add(1) })
}

// Reload gives the next tenant a new receiver.
func (t *Tenants) Reload(n int) {
	i := n % len(t.stops)
	t.stops[i]()
	t.start(i)
}
