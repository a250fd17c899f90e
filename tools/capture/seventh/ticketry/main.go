// Command ticketry renews certificates and follows what becomes of the requests.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.boxoffice.example/feeds/ticketry/renewal"
	"git.boxoffice.example/feeds/ticketry/watch"
)

var codes map[string][]uint16

func main() {
	service.Main("ticketry", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 80)
		grist.Notices(ctx, 250)
		source := watch.NewSource(12 * time.Millisecond)
		go source.Run(ctx)
		keeper := renewal.New(source)
		cadence.Loop(ctx, 1200*time.Millisecond, keeper.Renew)
		return nil
	})
}
