// Command deadlined calls back ends.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.ferry.example/rpc/deadlined/call"
)

var segments [][]byte

func main() {
	boot.Run("deadlined", func(ctx context.Context) error {
		segments = ballast.Segments(20)
		client := call.NewClient(4)
		load.Crew(ctx, 10, 25*time.Millisecond, func(member, n int) { client.Invoke(ctx, member, n) })
		crowd.Staff(ctx, 90)
		burn.Orders(ctx, 2500)
		return nil
	})
}
