// Package winds tells the wind to whoever listens.
package winds

import (
	"context"
	"fmt"

	"github.com/nats-io/nats.go"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start tells the wind as it turns.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 40)
	cadence.Spread(ctx, 1.5, func(n int) { _ = Tell(n) })
	return nil
}

// Tell publishes one reading.
func Tell(n int) error {
	conn, err := nats.Connect("nats://127.0.0.1:4222", nats.MaxReconnects(-1))
	if err != nil {
		return err
	}
	if err := conn.Publish("wind", []byte(fmt.Sprint(n))); err != nil {
		return err
	}
	return conn.Flush()
}
