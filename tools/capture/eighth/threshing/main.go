// Command threshing threshes a harvest.
package main

import (
	"context"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.threshing.example/harvest/threshing/barn"
)

var images [][]byte

func main() {
	service.Main("threshing", func(ctx context.Context) error {
		images = holdings.Images(9)
		residents.Settle(ctx, 100)
		grist.Notices(ctx, 140)
		go barn.Thresh(ctx, 280)
		return nil
	})
}
