// Package gather asks many and waits for all.
package gather

import (
	"context"
	"time"
)

// All returns the sum of n parts.
func All(ctx context.Context, n, seed int) (sum int, err error) {
	parts := make(chan int, n)
	for part := range n {
		go one(part, seed, parts)
	}
	for range n {
		select {
		case p := <-parts:
			sum += p
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	return sum, nil
}

func one(part, seed int, parts chan<- int) {
	time.Sleep(time.Duration(100+(part*part*seed)%2000) * time.Millisecond)
	parts <- part * seed
}
