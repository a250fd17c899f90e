// Package txnwait is who waits for which transaction.
package txnwait

import (
	"context"
	"sync"

	"git.palacegate.example/txn/anteroom/requests"
)

type waiter struct {
	request *requests.Request
	news    chan struct{}
}

// Queue has the waiters of each transaction.
type Queue struct {
	mu      sync.Mutex
	waiters map[int][]*waiter
}

// New has none.
func New() *Queue { return &Queue{waiters: make(map[int][]*waiter)} }

func newWaiter(r *requests.Request) *waiter {
	return &waiter{request: r, news: make(chan struct{}, 1)}
}

// WaitForQuery returns when there are news of the request's transaction.
func (q *Queue) WaitForQuery(ctx context.Context, r *requests.Request) error {
	w := newWaiter(r)
	q.mu.Lock()
	q.waiters[r.Txn] = append(q.waiters[r.Txn], w)
	q.mu.Unlock()
	select {
	case <-w.news:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// News tells all who wait for txn.
func (q *Queue) News(txn int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, w := range q.waiters[txn] {
		w.news <- struct{}{}
	}
	delete(q.waiters, txn)
}
