// Command canvas knows the way.
package main

import (
	"context"
	"time"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"

	"git.signpost.example/route/canvas/table"
	"git.signpost.example/route/canvas/travel"
)

func main() {
	start.Service(func(ctx context.Context) error {
		hum.Start(ctx, 110)
		lint.Seals(ctx, 12)
		var ways table.Ways
		ways.Load(60_000, 1)
		travel.Go(ctx, &ways, 200)
		time.AfterFunc(42*time.Second, func() { ways.Load(150_000, 2) })
		return nil
	})
}
