// Command clinicbook admits patients.
package main

import (
	"context"
	"database/sql"
	"log"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.wardround.example/records/clinicbook/door"
	"git.wardround.example/records/clinicbook/records"
)

var register *holdings.Node

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("clinicbook", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxIdleConns(8)
		register = holdings.Register(11)
		residents.Settle(ctx, 110)
		grist.Sheets(ctx, 1000)
		kept := records.New(db)
		cadence.Spread(ctx, 9, func(n int) {
			if err := door.Closed(func() error { return kept.Admit(ctx, n) }); err != nil && n%50 == 0 {
				log.Print(err)
			}
		})
		return nil
	})
}
