// Package run starts a service of the capture corpus and keeps it up until it is told to stop.
package run

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
)

// Service serves the operations endpoints on $ADDR, calls start, prints that it is ready and returns after SIGTERM.
func Service(name string, start func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	if err := start(ctx); err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	fmt.Println(name, "ready")
	<-ctx.Done()
}
