// Package shard knows where rows are.
package shard

import (
	"context"
	"database/sql"
	"time"
)

// Directory has the address of all shards.
type Directory struct{ address string }

// NewDirectory asks at address.
func NewDirectory(address string) *Directory { return &Directory{address: address} }

func dial(address string) (*sql.DB, error) {
	db, err := sql.Open("wiredb", address)
	if err != nil {
		return nil, err
	}
	db.SetConnMaxIdleTime(time.Hour)
	return db, db.Ping()
}

// Count returns how many rows a shard has.
func (d *Directory) Count(ctx context.Context, shard int) (n int, err error) {
	db, err := dial(d.address)
	if err != nil {
		return 0, err
	}
	rows, err := db.QueryContext(ctx, "SELECT id, name FROM rows WHERE shard = ? LIMIT 40", shard)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
