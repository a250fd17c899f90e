// Command nuthatch relays events between guests.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"relay.nuthatch.example/events/nuthatch/relay"
	"relay.nuthatch.example/events/nuthatch/visitors"
)

var shelves []*stock.Item

func main() {
	peer.Main("visitors", visitors.Come)
	proc.Main("nuthatch",
		proc.Func(func(ctx context.Context) error {
			shelves = stock.Catalogue(10)
			crew.Hire(ctx, 80)
			weather.Drizzle(ctx, 60*time.Millisecond)
			weather.Showers(ctx, 120)
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			r, err := relay.Listen()
			if err != nil {
				return err
			}
			proc.Tick(ctx, 300*time.Millisecond, r.Publish)
			_, err = peer.Start("visitors", r.Address())
			return err
		}),
	)
}
