// Command mirrorfs copies streams through pipes.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"files.example.com/mirrorfs/internal/stream"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 9, 1500)
	for i := 0; i < 40; i++ {
		reader, writer := io.Pipe()
		go stream.Write(ctx, writer, i)
		go stream.Read(reader)
	}
	for i := 0; i < 20; i++ {
		reader, writer, err := os.Pipe()
		if err != nil {
			log.Fatal(err)
		}
		go stream.Write(ctx, writer, 40+i)
		go stream.Read(reader)
	}
	ops.Serve(os.Getenv("ADDR"))
	<-ctx.Done()
}
