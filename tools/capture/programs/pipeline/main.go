// Command pipeline parses, enriches and writes event files.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
	"gitlab.example.com/data/pipeline/internal/stages"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 18, 2000)
	done := hub.New[int]()
	for i := 0; i < 50; i++ {
		go done.Subscribe(ctx, func(int) {})
	}
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(150 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			file := n
			go func() {
				if err := stages.Run(file); err != nil && file%64 == 0 {
					log.Printf("pipeline: %v", err)
				}
				done.Publish(file)
			}()
		case <-ctx.Done():
			return
		}
	}
}
