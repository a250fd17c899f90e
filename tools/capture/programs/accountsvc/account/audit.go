// Package account reads accounts.
package account

import (
	"context"
	"database/sql"
	"log"
)

// Audit reads accounts one after the other.
func Audit(ctx context.Context, db *sql.DB, branch int) {
	for n := branch; ctx.Err() == nil; n += 7 {
		if _, err := names(ctx, db, n); err != nil && ctx.Err() == nil {
			log.Print(err)
		}
	}
}

func names(ctx context.Context, db *sql.DB, n int) ([]string, error) {
	rows, err := db.QueryContext(ctx, "SELECT SLEEP(150), id, name FROM account WHERE branch = ? LIMIT 10", n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}
