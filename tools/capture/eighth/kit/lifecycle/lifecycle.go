// Package lifecycle starts a service, brings its work and ends it.
package lifecycle

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
)

// Run opens the operations port at $ADDR, starts the service and stays until SIGTERM.
func Run(name string, start func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	if err := start(ctx); err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	log.Printf("%s: started", name)
	<-ctx.Done()
}

// Each calls work every period until ctx ends, in one goroutine.
func Each(ctx context.Context, period time.Duration, work func(turn int)) {
	go func() {
		clock := time.NewTicker(period)
		defer clock.Stop()
		for turn := 0; ; turn++ {
			select {
			case <-clock.C:
				work(turn)
			case <-ctx.Done():
				return
			}
		}
	}()
}
