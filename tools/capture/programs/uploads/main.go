// Command uploads receives photos from phones.
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
	"example.org/ops/pool"
	"files.example.com/uploads/internal/intake"
	"files.example.com/uploads/internal/phone"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 14, 1800)
	scan := pool.Start(ctx, 48, func(int) { time.Sleep(5 * time.Millisecond) })
	address, err := intake.Listen(scan)
	if err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	phone.Send(ctx, address, 100*time.Millisecond)
	<-ctx.Done()
}
