// Command onyx knows people.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.onyx.example/persist/onyx/people"
)

var places *stock.Branch

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Main("onyx", func(ctx context.Context) error {
		places = stock.Places(15)
		staff.Hire(ctx, 110)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 4)
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxIdleConns(10)
		p := people.New(ctx, db)
		boot.Every(ctx, 250*time.Millisecond, p.Find)
		return nil
	})
}
