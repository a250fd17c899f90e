// Package policy says how functions are run.
package policy

import (
	"context"
	"sync/atomic"
	"time"
)

// Timeout ends what takes too long.
type Timeout struct{ After time.Duration }

type run struct {
	ctx    context.Context
	cancel context.CancelFunc
	late   int32
}

func (r *run) expire() {
	atomic.StoreInt32(&r.late, 1)
	r.cancel()
}

// Run calls do with a context that ends when the time is over.
func (t Timeout) Run(ctx context.Context, do func(context.Context) (int, error)) (int, error) {
	r := new(run)
	r.ctx, r.cancel = context.WithCancel(ctx)
	watch := time.AfterFunc(t.After, r.expire)
	result, err := do(r.ctx)
	watch.Stop()
	if atomic.LoadInt32(&r.late) == 1 {
		return 0, context.DeadlineExceeded
	}
	return result, err
}
