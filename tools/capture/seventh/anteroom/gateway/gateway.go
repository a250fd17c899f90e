// Package gateway takes requests and gives up after a while.
package gateway

import (
	"context"
	"log"
	"sync/atomic"
	"time"

	"git.palacegate.example/txn/anteroom/requests"
	"git.palacegate.example/txn/anteroom/txnwait"
)

// Gateway has a queue to wait in.
type Gateway struct {
	queue   *txnwait.Queue
	timeout time.Duration
	late    uint64
}

// New gives up after timeout.
func New(queue *txnwait.Queue, timeout time.Duration) *Gateway {
	return &Gateway{queue: queue, timeout: timeout}
}

// Query waits for the request's transaction.
func (g *Gateway) Query(ctx context.Context, r *requests.Request) {
	ctx, cancel := context.WithTimeout(ctx, g.timeout)
	defer cancel()
	if err := g.queue.WaitForQuery(ctx, r); err != nil {
		if n := atomic.AddUint64(&g.late, 1); n%500 == 0 {
			log.Printf("%d were late", n)
		}
	}
}
