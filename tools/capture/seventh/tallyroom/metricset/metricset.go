// Package metricset is what is asked of a database.
package metricset

import (
	"context"
	"database/sql"
	"fmt"
)

// Set is the questions for one database.
type Set struct{ address string }

// New asks at address.
func New(address string) *Set { return &Set{address: address} }

func open(ctx context.Context, address string) (*sql.DB, error) {
	db, err := sql.Open("wiredb", address)
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, fmt.Errorf("metricset: %s: %w", address, err)
	}
	return db, nil
}

// Fetch asks once and returns how many rows there were.
func (s *Set) Fetch(ctx context.Context) (int, error) {
	db, err := open(ctx, s.address)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, "SHOW STATUS LIMIT 15")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	count := 0
	for rows.Next() {
		count++
	}
	return count, rows.Err()
}
