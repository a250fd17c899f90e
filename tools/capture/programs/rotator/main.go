// Command rotator follows the log pipes of jobs.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"corp.example.net/logs/rotator/internal/tap"
	"example.org/ops"
	"example.org/ops/churn"
	"example.org/ops/hub"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 14, 1700)
	lines := hub.New[string]()
	for i := 0; i < 90; i++ {
		go lines.Subscribe(ctx, func(string) {})
	}
	folder, err := os.MkdirTemp("", "rotator")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	taps := tap.New(folder, lines)
	ops.Serve(os.Getenv("ADDR"))
	tick := time.NewTicker(1500 * time.Millisecond)
	defer tick.Stop()
	for job := 0; ; job++ {
		select {
		case <-tick.C:
			if err := taps.Attach(job); err != nil {
				log.Printf("job %d: %v", job, err)
			}
		case <-ctx.Done():
			return
		}
	}
}
