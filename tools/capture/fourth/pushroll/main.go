// Command pushroll pushes rolls of messages to targets.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.signalbox.example/mobile/pushroll/push"
)

var codes map[string][]uint16

func main() {
	service.Main("pushroll", func(ctx context.Context) error {
		codes = holdings.Codes(12)
		residents.Settle(ctx, 100)
		grist.Letters(ctx, 1400)
		for i := 0; i < 44; i++ {
			go push.NewTarget(i).Run(ctx)
		}
		return nil
	})
}
