// Package bookings keeps a book in transactions.
package bookings

import (
	"context"
	"time"
)

// Turn is one transaction.
type Turn struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func begin(ctx context.Context) *Turn {
	t := &Turn{}
	t.ctx, t.cancel = context.WithCancel(ctx)
	go t.watch()
	return t
}

func (t *Turn) watch() {
	<-t.ctx.Done()
}

// Run books for ever.
func Run(n int) {
	for {
		t := begin(context.Background())
		time.Sleep(time.Duration(1000+n*37) * time.Millisecond)
		t.cancel()
	}
}
