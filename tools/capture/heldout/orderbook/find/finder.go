// Package find looks orders up.
package find

import (
	"context"
	"database/sql"
	"errors"
)

// Finder reads a database.
type Finder struct{ db *sql.DB }

// NewFinder reads db.
func NewFinder(db *sql.DB) *Finder { return &Finder{db: db} }

func (f *Finder) query(ctx context.Context, customer string) (*sql.Rows, error) {
	return f.db.QueryContext(ctx, "SELECT id, name FROM orders WHERE customer = ? LIMIT 300", customer)
}

// First returns the first order with a name.
func (f *Finder) First(ctx context.Context, customer string) (string, error) {
	rows, err := f.query(ctx, customer)
	if err != nil {
		return "", err
	}
	for rows.Next() {
		var id int
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return "", err
		}
		if name != "" {
			return name, nil
		}
	}
	return "", errors.New("none")
}
