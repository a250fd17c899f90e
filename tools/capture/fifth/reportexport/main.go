// Command reportexport writes reports from a database.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.figures.example/biz/reportexport/export"
)

var codes map[string][]uint16

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("reportexport", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(16)
		db.SetMaxIdleConns(16)
		db.SetConnMaxLifetime(40 * time.Second)
		codes = holdings.Codes(8)
		grist.Letters(ctx, 300)
		for i := 0; i < 140; i++ {
			go export.New(db, i).Run(ctx)
		}
		return nil
	})
}
