// Command converter turns documents into pages.
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
	"example.org/ops/pool"
	"github.com/docmill/converter/internal/tool"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 26, 2400)
	progress := hub.New[int]()
	for i := 0; i < 240; i++ {
		go progress.Subscribe(ctx, func(int) {})
	}
	thumbs := pool.Start(ctx, 130, func(int) { time.Sleep(7 * time.Millisecond) })
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-tick.C:
			document := n
			go func() {
				if err := tool.Convert(document); err != nil {
					log.Printf("document %d: %v", document, err)
					return
				}
				thumbs.Offer(document)
				progress.Publish(document)
			}()
		case <-ctx.Done():
			return
		}
	}
}
