// Command catchupq sends mail that has piled up, no faster than the relay allows.
package main

import (
	"context"
	"log"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.backlog.example/mail/catchupq/outbox"
)

var codes map[string][]uint16

func main() {
	service.Main("catchupq", func(ctx context.Context) error {
		codes = holdings.Codes(7)
		residents.Settle(ctx, 110)
		grist.Notices(ctx, 1100)
		box := outbox.New()
		for n := 0; n < 42_000; n++ {
			box.Add(outbox.Compose(n))
		}
		log.Printf("%d letters from yesterday", box.Len())
		for i := 0; i < 10; i++ {
			go box.Send(ctx, 75)
		}
		cadence.Spread(ctx, 40, func(n int) { box.Add(outbox.Compose(n)) })
		return nil
	})
}
