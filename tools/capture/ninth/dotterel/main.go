// Command dotterel reports from tables.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.dotterel.example/report/dotterel/front"
	"go.dotterel.example/report/dotterel/tables"
	"go.dotterel.example/report/dotterel/visitors"
)

var register *holdings.Node

func main() {
	peer.Main("database", wiredb.Serve)
	peer.Main("visitors", visitors.Come)
	service.Main("dotterel", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 80)
		grist.Notices(ctx, 130)
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(24)
		db.SetMaxIdleConns(12)
		base, err := httpd.Open(front.New(ctx, tables.New(db)))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 20, 400*time.Millisecond, func(caller, turn int) string {
			kind := "sizes"
			if (caller+turn)%50 == 9 {
				kind = "names"
			}
			return fmt.Sprintf("/%s/%d", kind, turn%30)
		})
		_, err = peer.Start("visitors", base)
		return err
	})
}
