// Command aftermark loads objects.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.meridian.example/cache/aftermark/fetch"
)

var segments [][]byte

func main() {
	boot.Run("aftermark", func(ctx context.Context) error {
		segments = ballast.Segments(15)
		fetcher := fetch.NewFetcher(ctx)
		load.Crew(ctx, 10, 50*time.Millisecond, func(member, n int) { fetcher.Load(n % 700) })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 2500)
		return nil
	})
}
