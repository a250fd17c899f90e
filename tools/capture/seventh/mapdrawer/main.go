// Command mapdrawer answers queries from blocks on disk.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.chartmakers.example/tsdb/mapdrawer/block"
	"git.chartmakers.example/tsdb/mapdrawer/db"
)

func main() {
	service.Main("mapdrawer", func(ctx context.Context) error {
		residents.Settle(ctx, 120)
		grist.Sheets(ctx, 300)
		folder, err := os.MkdirTemp("", "blocks")
		if err != nil {
			return err
		}
		for i := 0; i < 5; i++ {
			if err := block.Write(folder, i); err != nil {
				return err
			}
		}
		store := db.New(folder)
		if err := store.Reload(); err != nil {
			return err
		}
		cadence.Loop(ctx, 3*time.Second, func(n int) {
			if err := store.Reload(); err != nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 30, func(n int) { store.Sum(n % 5) })
		go func() {
			<-ctx.Done()
			os.RemoveAll(folder)
		}()
		return nil
	})
}
