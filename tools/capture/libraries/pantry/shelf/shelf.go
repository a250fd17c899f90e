// Package shelf reads provisions from PostgreSQL.
package shelf

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"time"

	_ "github.com/lib/pq" // the driver

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var errScarce = errors.New("scarce")

// Store answers from the database.
type Store struct{ db *sql.DB }

// Start opens the store and asks it.
func Start(ctx context.Context) error {
	db, err := sql.Open("postgres", "postgres://postgres@127.0.0.1/test?sslmode=disable")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(8)
	s := &Store{db: db}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 2, func(n int) {
		if err := s.Cheapest(ctx, n); err != nil {
			log.Print(err)
		}
	})
	cadence.Loop(ctx, 200*time.Millisecond, func(n int) {
		short, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		var one int
		_ = s.db.QueryRowContext(short, "select 1").Scan(&one)
	})
	return nil
}

// Cheapest finds the first provision below a price.
func (s *Store) Cheapest(ctx context.Context, n int) error {
	rows, err := s.db.QueryContext(ctx, "select g, g * $1 from generate_series(1, 2000) g", n)
	if err != nil {
		return err
	}
	for rows.Next() {
		var item, price int
		if err := rows.Scan(&item, &price); err != nil {
			return err
		}
		if n%5 == 0 && price > 50 {
			return errScarce
		}
	}
	return rows.Close()
}
