// Command framepress presses frames of many sizes.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.printworks.example/render/framepress/press"
)

func main() {
	service.Main("framepress", func(ctx context.Context) error {
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 800)
		p := press.New()
		cadence.Spread(ctx, 17, p.Frame)
		return nil
	})
}
