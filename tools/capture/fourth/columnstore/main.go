// Command columnstore seals segments of columns.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.colonnade.example/storage/columnstore/segment"
)

var images [][]byte

func main() {
	service.Main("columnstore", func(ctx context.Context) error {
		images = holdings.Images(16)
		residents.Settle(ctx, 180)
		grist.Notices(ctx, 1100)
		builder := segment.NewBuilder()
		cadence.Spread(ctx, 14, builder.Seal)
		return nil
	})
}
