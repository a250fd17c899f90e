// Package query asks the index.
package query

import (
	"context"
	"database/sql"
	"fmt"
)

// Desk searches one database.
type Desk struct{ db *sql.DB }

// NewDesk searches db.
func NewDesk(db *sql.DB) *Desk { return &Desk{db: db} }

func (d *Desk) prepare(ctx context.Context, terms int) (*sql.Stmt, error) {
	return d.db.PrepareContext(ctx, fmt.Sprintf("SELECT id, name FROM pages WHERE term IN (?%*s) LIMIT 10", terms%5, ""))
}

// Search returns how many pages have a term.
func (d *Desk) Search(ctx context.Context, term int) (n int, err error) {
	stmt, err := d.prepare(ctx, term)
	if err != nil {
		return 0, err
	}
	rows, err := stmt.QueryContext(ctx, term)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
