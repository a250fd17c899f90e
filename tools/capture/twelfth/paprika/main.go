// Command paprika is an agent that is asked how it does.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/street"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"agent.example/paprika/api"
	"agent.example/paprika/observe"
)

var words *shelf.Node

func path(_, turn int) string { return []string{"/status", "/config", "/checks", "/tags"}[turn%4] }

func main() {
	peer.Main("cli", street.Callers(10, 600*time.Millisecond, 5*time.Second, path))
	boot.Main("paprika", func(ctx context.Context) error {
		words = shelf.Words(36)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 25)
		mill.Sacks(ctx, 11)
		base, err := boot.Serve(api.New(observe.NewTelemetry()))
		if err != nil {
			return err
		}
		_, err = peer.Start("cli", base)
		return err
	})
}
