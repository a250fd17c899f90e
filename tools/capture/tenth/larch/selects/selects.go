// Package selects reads tables into Go values.
package selects

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Selects reads from a database.
type Selects struct{ db *sql.DB }

// New reads from db.
func New(db *sql.DB) *Selects { return &Selects{db: db} }

// Slice reads all names of a table.
func (s *Selects) Slice(ctx context.Context, table string) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf("SELECT id, name FROM %s LIMIT 12", table))
	if err != nil {
		return nil, err
	}
	var names []string
	for rows.Next() {
		name, err := scan(rows)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// One reads the first name of a table.
func (s *Selects) One(ctx context.Context, table string) (string, error) {
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf("SELECT id, name FROM %s LIMIT 12", table))
	if err != nil {
		return "", err
	}
	if !rows.Next() {
		return "", errors.New("no rows")
	}
	return scan(rows)
}

func scan(rows *sql.Rows) (string, error) {
	var id int
	var name string
	err := rows.Scan(&id, &name)
	return name, err
}
