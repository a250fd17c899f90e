// Package blast delivers mail at a limited rate.
package blast

import (
	"context"
	"time"

	"example.org/ops/pool"
)

// Blast delivers one mail per token.
type Blast struct {
	ctx    context.Context
	tokens chan struct{}
	stats  *pool.Pool[int]
}

// New issues a token at every interval until ctx ends.
func New(ctx context.Context, interval time.Duration, stats *pool.Pool[int]) *Blast {
	b := &Blast{ctx: ctx, tokens: make(chan struct{}, 50), stats: stats}
	go b.issue(interval)
	return b
}

// Deliver starts n deliveries.
func (b *Blast) Deliver(n int) {
	for i := 0; i < n; i++ {
		go b.deliver(i, make([]byte, 1024))
	}
}

func (b *Blast) deliver(customer int, body []byte) {
	select {
	case <-b.tokens:
		for i := range body {
			body[i] = byte(customer + i)
		}
		b.stats.Offer(customer)
	case <-b.ctx.Done():
	}
}

func (b *Blast) issue(interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			select {
			case b.tokens <- struct{}{}:
			default:
			}
		case <-b.ctx.Done():
			return
		}
	}
}
