// Package proc brings a process up from its parts and takes it down again.
package proc

import (
	"context"
	"log"
	"math/rand"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
)

// Part is something that is started with the process and ends with its context.
type Part interface {
	Start(ctx context.Context) error
}

// Func is a part that needs nothing but its start.
type Func func(ctx context.Context) error

// Start calls the function.
func (f Func) Start(ctx context.Context) error { return f(ctx) }

// Main opens the operations port at $ADDR, starts the parts in their order and returns after SIGTERM.
func Main(name string, parts ...Part) {
	log.SetFlags(log.Ltime | log.Lmicroseconds)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	ops.Serve(os.Getenv("ADDR"))
	for _, part := range parts {
		if err := part.Start(ctx); err != nil {
			log.Fatalf("%s: %v", name, err)
		}
	}
	log.Printf("%s: %d parts up", name, len(parts))
	<-ctx.Done()
}

// Tick calls work once a period, one call after the other.
func Tick(ctx context.Context, period time.Duration, work func(n int)) {
	go tick(ctx, period, work)
}

func tick(ctx context.Context, period time.Duration, work func(n int)) {
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

// Arrivals calls work in a goroutine of its own at uneven distances, about perSecond times a second.
func Arrivals(ctx context.Context, perSecond float64, seed int64, work func(n int)) {
	go func() {
		rng := rand.New(rand.NewSource(seed))
		for n := 0; ctx.Err() == nil; n++ {
			time.Sleep(time.Duration(rng.ExpFloat64() / perSecond * float64(time.Second)))
			go work(n)
		}
	}()
}
