// Package stock reads how many pieces there are.
package stock

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Read reads stock in a loop until ctx ends.
func Read(ctx context.Context, db *sql.DB) error {
	for article := 0; ctx.Err() == nil; article++ {
		if _, err := pieces(ctx, db, article); err != nil {
			return err
		}
		time.Sleep(5 * time.Millisecond)
	}
	return nil
}

func pieces(ctx context.Context, db *sql.DB, article int) (int64, error) {
	rows, err := db.QueryContext(ctx, "select pieces from stock where article = ?", article)
	if err != nil {
		return 0, fmt.Errorf("article %d: %w", article, err)
	}
	defer rows.Close()
	var total, n int64
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			return 0, err
		}
		total += n
	}
	return total, rows.Err()
}
