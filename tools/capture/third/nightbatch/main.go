// Command nightbatch gathers movements and books them in batches.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.windmill.example/jobs/nightbatch/batch"
)

var register *holdings.Node

func main() {
	service.Main("nightbatch", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 120)
		grist.Sheets(ctx, 1100)
		go func() {
			for number := 0; ctx.Err() == nil; number++ {
				sum, err := batch.Run(ctx, number, 23*time.Second)
				if err != nil {
					return
				}
				log.Printf("batch %d: %d", number, sum)
				time.Sleep(4 * time.Second)
			}
		}()
		return nil
	})
}
