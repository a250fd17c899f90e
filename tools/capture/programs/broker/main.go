// Command broker holds many quiet client connections.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.org/ops"
	"example.org/ops/churn"
	"github.com/nimbus-mq/broker/internal/peer"
	"github.com/nimbus-mq/broker/internal/room"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	churn.Start(ctx, 10, 1500)
	server, err := room.Listen(ctx)
	if err != nil {
		log.Fatal(err)
	}
	if err := peer.Connect(ctx, server.Address(), 350); err != nil {
		log.Fatal(err)
	}
	ops.Serve(os.Getenv("ADDR"))
	server.Ping(ctx)
}
