// Command reloader serves clusters whose settings come and go.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.switchyard.example/mesh/reloader/cluster"
	"git.switchyard.example/mesh/reloader/settings"
)

var images [][]byte

func main() {
	service.Main("reloader", func(ctx context.Context) error {
		images = holdings.Images(36)
		residents.Settle(ctx, 200)
		grist.Notices(ctx, 2200)
		hub := settings.NewHub()
		fleet := cluster.NewFleet(hub, 30)
		cadence.Loop(ctx, 500*time.Millisecond, func(n int) { fleet.Replace(n) })
		cadence.Loop(ctx, 7*time.Second, func(n int) { hub.Set("networks", n) })
		return nil
	})
}
