// Package scanned carries rows between the stages of a query.
package scanned

import (
	"context"
	"time"
)

func produce(ctx context.Context, out chan<- int) {
	defer close(out)
	for i := 0; ; i++ {
		select {
		case out <- i:
		case <-ctx.Done():
			return
		}
	}
}

func stage(in <-chan int, out chan<- int) {
	defer close(out)
	for row := range in {
		out <- row + 1
	}
}

// Run reads four rows a second.
func Run(int) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a, b, c := make(chan int), make(chan int), make(chan int)
	go produce(ctx, a)
	go stage(a, b)
	go stage(b, c)
	for range c {
		time.Sleep(250 * time.Millisecond)
	}
}
