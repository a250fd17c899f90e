// Package dataset loads the numbers of a report.
package dataset

import (
	"context"
	"database/sql"
)

func connect(server string) (*sql.DB, error) { return sql.Open("wiredb", server) }

// Load returns the names in the set.
func Load(ctx context.Context, server string) ([]string, error) {
	db, err := connect(server)
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, "SELECT id, name FROM measures LIMIT 20")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
