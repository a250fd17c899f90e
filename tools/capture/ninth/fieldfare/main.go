// Command fieldfare takes orders.
package main

import (
	"context"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.fieldfare.example/orders/fieldfare/chain"
	"go.fieldfare.example/orders/fieldfare/counter"
)

var catalogue []*stock.Item

func main() {
	proc.Main("fieldfare",
		proc.Func(func(ctx context.Context) error {
			catalogue = stock.Catalogue(9)
			crew.Hire(ctx, 400)
			weather.Gusts(ctx, 250)
			return nil
		}),
		proc.Func(serve),
	)
}

func serve(ctx context.Context) error {
	desk := counter.New(catalogue)
	line := chain.Build(desk.Order,
		chain.Counted(),
		chain.Again(2, 40*time.Millisecond),
		chain.Patience(250*time.Millisecond),
	)
	proc.Arrivals(ctx, 20, 7, func(n int) {
		_ = line.Do(ctx, n)
	})
	return nil
}
