// Command quoin prints.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.quoin.example/print/quoin/press"
	"go.quoin.example/print/quoin/watch"
)

var images [][]byte

func main() {
	service.Main("quoin", func(ctx context.Context) error {
		images = holdings.Images(11)
		residents.Settle(ctx, 50)
		grist.Sheets(ctx, 120)
		alarms := watch.NewAlarms()
		p := press.New(alarms, 8*time.Second)
		cadence.Spread(ctx, 20, func(n int) {
			if err := p.Print(ctx, n); err != nil {
				log.Print(err)
			}
		})
		cadence.Loop(ctx, 30*time.Second, func(int) {
			log.Printf("%d printed, %d alarms", p.Printed(), alarms.Count())
		})
		return nil
	})
}
