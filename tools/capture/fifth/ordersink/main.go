// Command ordersink books orders from the partitions that it is assigned.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.fulfil.example/flow/ordersink/group"
	"git.fulfil.example/flow/ordersink/partition"
)

var images [][]byte

func main() {
	service.Main("ordersink", func(ctx context.Context) error {
		images = holdings.Images(8)
		grist.Letters(ctx, 300)
		go group.Member{
			Partitions: 96,
			Others:     []int{3, 1, 0}, // who else is in the group, as time goes on
			Term:       23 * time.Second,
			Consume:    partition.Consume,
		}.Run(ctx)
		return nil
	})
}
