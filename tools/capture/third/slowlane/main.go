// Command slowlane moves records to a store that is slower than those who bring them.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.chokepoint.example/etl/slowlane/lane"
)

var codes map[string][]uint16

func main() {
	service.Main("slowlane", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 1400)
		l := lane.Open(ctx, 5, 64)
		for i := 0; i < 170; i++ {
			go l.Bring(ctx, i)
		}
		return nil
	})
}
