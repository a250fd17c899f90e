// Command sluiceway writes routes from the events of several sources.
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

	"code.lockkeeper.example/canal/sluiceway/queue"
	"code.lockkeeper.example/canal/sluiceway/routes"
	"code.lockkeeper.example/canal/sluiceway/upstream"
)

var register *holdings.Node

func main() {
	service.Main("sluiceway", func(ctx context.Context) error {
		register = holdings.Register(12)
		residents.Settle(ctx, 40)
		grist.Sheets(ctx, 250)
		table := routes.New()
		for i := 0; i < 5; i++ {
			q := queue.New()
			go routes.Follow(q, table)
			source := upstream.New(fmt.Sprint("zone-", i), q, i == 3)
			cadence.Loop(ctx, time.Duration(8+i)*time.Millisecond, source.Emit)
		}
		return nil
	})
}
