// Command cellarbook searches a cellar.
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
	"hub.tessera.example/base/service"

	"git.vintners.example/stock/cellarbook/cellar"
	"git.vintners.example/stock/cellarbook/desk"
)

var codes map[string][]uint16

func main() {
	peer.Main("books", wiredb.Serve)
	service.Main("cellarbook", func(ctx context.Context) error {
		codes = holdings.Codes(8)
		grist.Letters(ctx, 250)
		address, err := peer.Start("books", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(6)
		db.SetMaxIdleConns(6)
		base, err := httpd.Open(desk.New(cellar.New(db)))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 14, 260*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/find?year=%d&grape=%d", 1950+turn%70, caller)
		})
		return nil
	})
}
