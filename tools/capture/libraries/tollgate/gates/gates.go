// Package gates prices the gates of a road.
package gates

import (
	"context"
	"database/sql"

	_ "github.com/go-sql-driver/mysql" // the driver

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start prices gates as cars come.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 40)
	cadence.Spread(ctx, 0.8, func(n int) { _, _ = Price(ctx, n) })
	return nil
}

// Price asks for the price of a gate.
func Price(ctx context.Context, n int) (price int, err error) {
	db, err := sql.Open("mysql", "root@tcp(127.0.0.1:3306)/test")
	if err != nil {
		return 0, err
	}
	err = db.QueryRowContext(ctx, "select ? + 3", n).Scan(&price)
	return price, err
}
