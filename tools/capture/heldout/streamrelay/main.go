// Command streamrelay passes messages on.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.relay.example/rpc/streamrelay/relay"
)

var segments [][]byte

func main() {
	boot.Run("streamrelay", func(ctx context.Context) error {
		segments = ballast.Segments(18)
		r := relay.New()
		load.Crew(ctx, 20, 900*time.Millisecond, func(member, n int) { r.Pass(member*50 + n) })
		crowd.Staff(ctx, 380)
		burn.Pages(ctx, 1500)
		return nil
	})
}
