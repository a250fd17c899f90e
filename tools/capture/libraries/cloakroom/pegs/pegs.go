// Package pegs counts coats.
package pegs

import (
	"context"
	"time"

	"gopkg.in/redis.v5"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start counts as guests come.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(int) { _ = Hang() })
	return nil
}

// Hang counts one more coat.
func Hang() error {
	client := redis.NewClient(&redis.Options{Addr: "127.0.0.1:6379", DB: 3, IdleTimeout: 5 * time.Minute})
	return client.Incr("coats").Err()
}
