// Command dandelion searches all partitions for a query.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.seedhead.example/search/dandelion/partition"
	"git.seedhead.example/search/dandelion/scatter"
)

func main() {
	service.Main("dandelion", func(ctx context.Context) error {
		grist.Notices(ctx, 200)
		partitions := partition.Load(420, holdings.Codes(8))
		cadence.Loop(ctx, 8*time.Second, func(n int) {
			found, err := scatter.Search(ctx, partitions, uint16(n), 48)
			if err != nil {
				log.Print(err)
			}
			log.Printf("found %d", found)
		})
		cadence.Loop(ctx, 400*time.Millisecond, func(n int) {
			if _, err := scatter.Search(ctx, partitions[:12], uint16(n), 4); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
