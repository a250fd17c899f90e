// Command stockcounter counts what is in the warehouse.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.warehouse.example/stock/stockcounter/pricelist"
	"git.warehouse.example/stock/stockcounter/store"
	"git.warehouse.example/stock/stockcounter/till"
)

var images [][]byte

func main() {
	peer.Main("store", store.Serve)
	service.Main("stockcounter", func(ctx context.Context) error {
		address, err := peer.Start("store", "")
		if err != nil {
			return err
		}
		books, err := till.Open(address)
		if err != nil {
			return err
		}
		images = holdings.Images(7)
		grist.Sheets(ctx, 400)
		for i := 0; i < 150; i++ {
			go books.Sell(ctx, i)
		}
		prices := pricelist.New(3000)
		for i := 0; i < 6; i++ {
			cadence.Loop(ctx, time.Duration(900+i*130)*time.Millisecond, prices.Report)
		}
		for i := 0; i < 3; i++ {
			cadence.Loop(ctx, time.Duration(400+i*170)*time.Millisecond, prices.Change)
		}
		cadence.Spread(ctx, 12, prices.Ask)
		return nil
	})
}
