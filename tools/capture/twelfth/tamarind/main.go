// Command tamarind prices for many tenants.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"prices.example/tamarind/orders"
	"prices.example/tamarind/tenant"
)

var spans []shelf.Span

func main() {
	boot.Main("tamarind", func(ctx context.Context) error {
		spans = shelf.Spans(26)
		crew.Start(ctx, 90)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 12)
		o := orders.New(tenant.NewRegistry())
		boot.Every(ctx, 9*time.Millisecond, o.Price)
		return nil
	})
}
