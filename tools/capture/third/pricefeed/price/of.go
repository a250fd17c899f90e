// Package price reads prices.
package price

import (
	"context"
	"database/sql"
)

// Of returns the price of an article in each shop.
func Of(ctx context.Context, db *sql.DB, article int) (map[string]string, error) {
	statement, err := db.PrepareContext(ctx, "SELECT shop, price FROM price WHERE article = ? LIMIT 4")
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(ctx, article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	prices := make(map[string]string, 4)
	for rows.Next() {
		var shop, price string
		if err := rows.Scan(&shop, &price); err != nil {
			return nil, err
		}
		prices[shop] = price
	}
	return prices, rows.Err()
}
