// Command searchdesk searches.
package main

import (
	"context"
	"database/sql"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.lexicon.example/find/searchdesk/query"
)

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Run("searchdesk", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		db.SetMaxOpenConns(8)
		db.SetMaxIdleConns(8)
		desk := query.NewDesk(db)
		load.Crew(ctx, 8, 20*time.Millisecond, func(member, n int) { desk.Search(ctx, n) })
		crowd.Staff(ctx, 90)
		burn.Orders(ctx, 2500)
		return nil
	})
}
