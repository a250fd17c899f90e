// Package boot brings a service up and keeps it running until it is told to stop.
package boot

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
)

// Run opens the operations port at $ADDR, starts the service and waits for SIGTERM.
func Run(name string, start func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	log.SetPrefix(name + " ")
	ops.Serve(os.Getenv("ADDR"))
	if err := start(ctx); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
}
