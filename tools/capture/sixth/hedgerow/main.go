// Command hedgerow asks for quotes, and once more where the answer takes its time.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.hedgebank.example/quotes/hedgerow/quote"
	"git.hedgebank.example/quotes/hedgerow/twice"
)

var register *holdings.Node

func main() {
	service.Main("hedgerow", func(ctx context.Context) error {
		register = holdings.Register(8)
		residents.Settle(ctx, 260)
		grist.Letters(ctx, 300)
		desk := twice.Around(quote.NewDesk(90))
		cadence.Spread(ctx, 7, func(n int) { desk.Price(ctx, n) })
		return nil
	})
}
