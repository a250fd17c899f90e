// Package hides tells visitors of sightings as they come.
package hides

import (
	"context"
	"fmt"
	"time"

	"gopkg.in/redis.v5"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Hide has visitors.
type Hide struct{ client *redis.Client }

// Start opens the hide.
func Start(ctx context.Context) error {
	h := &Hide{client: redis.NewClient(&redis.Options{Addr: "127.0.0.1:6379", PoolSize: 400})}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 1.5, func(n int) { h.Visit(ctx, n) })
	cadence.Loop(ctx, 100*time.Millisecond, func(n int) {
		_ = h.client.Set(fmt.Sprint("hide:", n%20), n, time.Minute).Err()
		_ = h.client.Publish("sightings", "wren").Err()
	})
	return nil
}

// Visit shows one visitor what is seen, for a while.
func (h *Hide) Visit(ctx context.Context, n int) {
	sub, err := h.client.Subscribe(fmt.Sprint("hide-", n))
	if err != nil {
		return
	}
	seen := make(chan string)
	go pump(sub, seen)
	select {
	case <-seen:
	case <-time.After(2 * time.Second):
	case <-ctx.Done():
	}
}

func pump(sub *redis.PubSub, seen chan<- string) {
	for {
		m, err := sub.ReceiveMessage()
		if err != nil {
			return
		}
		seen <- m.Payload
	}
}
