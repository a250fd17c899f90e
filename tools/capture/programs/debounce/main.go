// Command debounce saves documents when their editors pause.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/pool"
	"gitlab.example.com/ui/debounce/internal/quiet"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 11, 1600)
	saves := pool.Start(ctx, 40, func(int) { time.Sleep(2 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			go edit(n, saves)
		case <-ctx.Done():
			return
		}
	}
}

func edit(document int, saves *pool.Pool[int]) {
	q := quiet.New(80*time.Millisecond, func() { saves.Offer(document) })
	defer q.Close()
	for key := 0; key < 10; key++ {
		time.Sleep(time.Duration(10+(document*key)%40) * time.Millisecond)
		if document%4 == 0 && key == 7 {
			time.Sleep(120 * time.Millisecond)
		}
		q.Hit()
	}
}
