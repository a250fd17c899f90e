// Command bureaudb counts what is in the databases of offices.
package main

import (
	"context"
	"log"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.paperwork.example/reports/bureaudb/office"
)

var codes map[string][]uint16

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("bureaudb", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		codes = holdings.Codes(12)
		residents.Settle(ctx, 260)
		grist.Letters(ctx, 1400)
		offices, err := office.Open(address, 5)
		if err != nil {
			return err
		}
		cadence.Spread(ctx, 9, func(n int) {
			if err := offices.Visit(ctx, n); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		cadence.Loop(ctx, 2600*time.Millisecond, func(n int) {
			if err := offices.Count(ctx, address); err != nil && ctx.Err() == nil {
				log.Print(err)
			}
		})
		return nil
	})
}
