// Command restitch merges the segments of an archive.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.seamstress.example/archive/restitch/index"
	"git.seamstress.example/archive/restitch/merge"
)

func main() {
	service.Main("restitch", func(ctx context.Context) error {
		residents.Settle(ctx, 110)
		grist.Letters(ctx, 250)
		x := index.New(64)
		cadence.Spread(ctx, 40, func(n int) { x.Find(uint32(n)) })
		go func() {
			job := merge.New(365, 80<<10)
			blocks := job.Run(ctx, 120*time.Millisecond)
			x.Replace(blocks)
			log.Printf("merged %d segments", len(blocks))
		}()
		return nil
	})
}
