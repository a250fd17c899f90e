// Command linsey gives out jobs.
package main

import (
	"context"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.dispatchers.example/jobs/linsey/crew"
)

var prices map[string]*stock.Price

func main() {
	start.Service(func(ctx context.Context) error {
		prices = stock.Prices(22)
		hum.Start(ctx, 130)
		lint.Seals(ctx, 25)
		lint.Bills(ctx, 10)
		crew.Work(ctx, 45)
		return nil
	})
}
