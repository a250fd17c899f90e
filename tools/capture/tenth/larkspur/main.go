// Command larkspur tells clients what a node does.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.larkspur.example/node/larkspur/bus"
	"go.larkspur.example/node/larkspur/rpc"
)

var aliases map[string]string

func main() {
	boot.Main("larkspur", func(ctx context.Context) error {
		aliases = cargo.Aliases(10)
		hands.Take(ctx, 80)
		spray.Manifests(ctx, 30)
		events := bus.New()
		environment := rpc.New(events)
		for i := 0; i < 12; i++ {
			environment.Subscribe(ctx, i)
		}
		boot.Every(ctx, 25*time.Millisecond, events.Publish)
		return nil
	})
}
