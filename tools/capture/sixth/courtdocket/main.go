// Command courtdocket tells what is heard today.
package main

import (
	"context"
	"database/sql"

	"example.org/platform/peer"
	"example.org/wiredb"
	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.assizes.example/clerks/courtdocket/clerk"
)

var register *holdings.Node

func main() {
	peer.Main("records", wiredb.Serve)
	service.Main("courtdocket", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 80)
		grist.Notices(ctx, 250)
		address, err := peer.Start("records", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(20)
		db.SetMaxIdleConns(20)
		office := clerk.New(db)
		cadence.Spread(ctx, 7, func(n int) { office.Today(ctx, n) })
		return nil
	})
}
