// Package restore brings a backup back.
package restore

import (
	"context"
	"time"
)

const parts = 12

func load(ctx context.Context) error {
	ready := make(chan int, parts/2)
	go func() {
		defer close(ready)
		split(ctx, ready)
	}()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case _, ok := <-ready:
			if !ok {
				return nil
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
}

func split(_ context.Context, ready chan<- int) {
	for i := 0; i < parts; i++ {
		ready <- i
	}
}

// Run loads and is cancelled.
func Run(int) {
	ctx, cancel := context.WithTimeout(context.Background(), 80*time.Millisecond)
	defer cancel()
	if err := load(ctx); err != nil {
		return
	}
}
