// Package picking knows what is to be fetched from the shelves.
package picking

import (
	"context"
	"database/sql"
)

// Lists reads picking lists.
type Lists struct{ db *sql.DB }

// NewLists reads from db.
func NewLists(db *sql.DB) *Lists { return &Lists{db: db} }

// Next returns the first open position of a zone.
func (l *Lists) Next(ctx context.Context, zone string) (string, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT id, name FROM positions WHERE zone = ? LIMIT 30", zone)
	if err != nil {
		return "", err
	}
	var id, name string
	if rows.Next() {
		if err := rows.Scan(&id, &name); err != nil {
			return "", err
		}
		if zone[0] == 'b' { // a bulk zone has one position only
			return name, nil
		}
	}
	return name, rows.Close()
}
