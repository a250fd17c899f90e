// Package fan sends to many at once.
package fan

import (
	"context"
	"math/rand"
	"sync"
	"time"
)

// Out sends to n receivers, each of which takes up to a duration, and waits for them all.
func Out(ctx context.Context, n int, longest time.Duration) {
	var wait sync.WaitGroup
	for i := 0; i < n; i++ {
		wait.Add(1)
		go func() {
			defer wait.Done()
			send(ctx, longest/2+time.Duration(rand.Int63n(int64(longest/2))))
		}()
	}
	wait.Wait()
}

func send(ctx context.Context, takes time.Duration) {
	timer := time.NewTimer(takes)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
