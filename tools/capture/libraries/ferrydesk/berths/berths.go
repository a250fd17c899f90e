// Package berths books berths through a pgx pool.
package berths

import (
	"context"
	"log"
	"time"

	"github.com/jackc/pgx/v4/pgxpool"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Office books berths.
type Office struct{ pool *pgxpool.Pool }

// Start opens the office.
func Start(ctx context.Context) error {
	pool, err := pgxpool.Connect(ctx, "postgres://postgres@127.0.0.1/test?sslmode=disable&pool_max_conns=6")
	if err != nil {
		return err
	}
	o := &Office{pool: pool}
	residents.Settle(ctx, 50)
	cadence.Spread(ctx, 2, func(n int) {
		if _, err := o.Free(ctx, n); err != nil {
			log.Print(err)
		}
	})
	cadence.Loop(ctx, 300*time.Millisecond, func(int) {
		short, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
		defer cancel()
		_, _ = o.pool.Exec(short, "select 1")
	})
	return nil
}

// Free finds a free berth.
func (o *Office) Free(ctx context.Context, n int) (int, error) {
	rows, err := o.pool.Query(ctx, "select g from generate_series($1::int, $1 + 900) g", n)
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		var berth int
		if err := rows.Scan(&berth); err != nil {
			return 0, err
		}
		if berth%3 == 2 && n%4 == 0 {
			return berth, nil
		}
	}
	return 0, rows.Err()
}
