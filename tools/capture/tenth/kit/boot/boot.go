// Package boot starts a service and keeps its regular work going.
package boot

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
)

// Main opens the operations port at $ADDR, calls start and returns after SIGTERM.
func Main(name string, start func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	if err := start(ctx); err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	log.Printf("%s started", name)
	<-ctx.Done()
}

// Every calls work once a period until the context ends.
func Every(ctx context.Context, period time.Duration, work func(n int)) {
	go every(ctx, period, work)
}

func every(ctx context.Context, period time.Duration, work func(n int)) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for n := 0; ; n++ {
		select {
		case <-ticker.C:
			work(n)
		case <-ctx.Done():
			return
		}
	}
}

// Serve answers HTTP on a free port and returns its base address.
func Serve(handler http.Handler) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		if err := server.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	return "http://" + l.Addr().String(), nil
}
