// Command stratavault keeps the records of the last half minute in order.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.bedrock.example/store/stratavault/layers"
	"git.bedrock.example/store/stratavault/records"
)

var codes map[string][]uint16

func main() {
	service.Main("stratavault", func(ctx context.Context) error {
		codes = holdings.Codes(6)
		residents.Settle(ctx, 110)
		grist.Sheets(ctx, 400)
		vault := layers.New(1500, 28*time.Second)
		go vault.Tend(ctx)
		source := records.NewSource(5)
		cadence.Loop(ctx, 10*time.Millisecond, func(int) {
			for i := 0; i < 16; i++ {
				vault.Add(source.Next())
			}
		})
		cadence.Loop(ctx, 200*time.Millisecond, func(n int) { vault.Find(records.Key(n * 977)) })
		return nil
	})
}
