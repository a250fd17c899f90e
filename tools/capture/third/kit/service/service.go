// Package service runs one process: operations port, start, stop on a signal.
package service

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
)

// Main opens the operations port at $ADDR, calls start and returns after SIGTERM.
func Main(name string, start func(ctx context.Context) error) {
	log.SetFlags(log.LstdFlags | log.Lmsgprefix)
	log.SetPrefix("[" + name + "] ")
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	if err := start(ctx); err != nil {
		log.Fatalf("start: %v", err)
	}
	log.Print("serving")
	<-ctx.Done()
}
