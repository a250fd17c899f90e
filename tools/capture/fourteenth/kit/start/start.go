// Package start brings a service up and keeps its clocks.
package start

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

// Service opens the operations port at $ADDR, calls up and returns after SIGTERM.
func Service(up func(ctx context.Context) error) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	if err := up(ctx); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
}

// Beat calls work with rising numbers, perSecond of them, until the context ends.
func Beat(ctx context.Context, perSecond float64, work func(n int)) {
	go beat(ctx, time.Duration(float64(time.Second)/perSecond), work)
}

func beat(ctx context.Context, period time.Duration, work func(n int)) {
	clock := time.NewTicker(period)
	defer clock.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			work(n)
		}
	}
}

// Listen answers HTTP on a free port and returns its base address.
func Listen(handler http.Handler) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 15 * time.Second}
	go func() { log.Print(server.Serve(l)) }()
	return "http://" + l.Addr().String(), nil
}
