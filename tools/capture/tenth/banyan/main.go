// Command banyan puts events into a warehouse.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.banyan.example/events/banyan/batch"
	"go.banyan.example/events/banyan/warehouse"
)

var grids [][]float64

func main() {
	boot.Main("banyan", func(ctx context.Context) error {
		grids = cargo.Grids(12)
		hands.Take(ctx, 100)
		spray.Orders(ctx, 30)
		house := warehouse.New()
		b := batch.New(ctx, 4000, 30*time.Second, house.Write)
		boot.Every(ctx, 5*time.Millisecond, func(n int) { b.Add(warehouse.Event(n)) })
		return nil
	})
}
