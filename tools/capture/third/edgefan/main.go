// Command edgefan passes calls of long connections on to backends.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.waystation.example/rpc/edgefan/backend"
	"git.waystation.example/rpc/edgefan/edge"
)

var images [][]byte

func main() {
	service.Main("edgefan", func(ctx context.Context) error {
		images = holdings.Images(10)
		residents.Settle(ctx, 160)
		grist.Notices(ctx, 1400)
		pool := backend.NewPool(12)
		lines := make([]*edge.Line, 8)
		for i := range lines {
			lines[i] = edge.Open(fmt.Sprintf("10.1.0.%d", i))
		}
		cadence.Spread(ctx, 6, func(n int) {
			call := lines[n%len(lines)].Begin(n)
			if err := pool.Ask(call.Context(), n); err != nil {
				call.Abort()
				return
			}
			call.Finish()
		})
		cadence.Loop(ctx, 5*time.Second, func(int) {
			for _, l := range lines {
				l.Ping()
			}
		})
		return nil
	})
}
