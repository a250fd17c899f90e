// Command connfloor answers questions from a database that has few connections to give.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.counterhall.example/desk/connfloor/clerk"
)

var images [][]byte

func main() {
	peer.Main("database", wiredb.Serve)
	service.Main("connfloor", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(12)
		db.SetMaxIdleConns(12)
		db.SetConnMaxLifetime(25 * time.Second)
		images = holdings.Images(18)
		residents.Settle(ctx, 90)
		grist.Notices(ctx, 1200)
		for i := 0; i < 110; i++ {
			go clerk.New(db, i).Work(ctx)
		}
		return nil
	})
}
