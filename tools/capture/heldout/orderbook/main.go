// Command orderbook finds orders.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.counter.example/orders/orderbook/find"
)

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Run("orderbook", func(ctx context.Context) error {
		address, err := peer.Start("database", "")
		if err != nil {
			return err
		}
		db, err := sql.Open("wiredb", address)
		if err != nil {
			return err
		}
		finder := find.NewFinder(db)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			name, err := finder.First(ctx, r.URL.RawQuery)
			fmt.Fprintln(w, name, err)
		}))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1500)
		web.Visit(ctx, 6, 900*time.Millisecond, 5*time.Second, func(user, n int) string { return fmt.Sprintf("%s/?%d", url, user+n) })
		return nil
	})
}
