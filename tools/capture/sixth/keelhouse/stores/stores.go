// Package stores asks a yard's database.
package stores

import (
	"context"
	"database/sql"

	_ "example.org/wiredb"

	"git.boatyard.example/stores/keelhouse/source"
)

type shelf struct {
	source.Base
	db *sql.DB
}

// Open is the factory of shelves.
func Open(s source.Settings) (source.Instance, error) {
	db, err := sql.Open("wiredb", s.Address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4)
	return &shelf{db: db}, nil
}

// Count counts what is there.
func (s *shelf) Count(ctx context.Context, yard int) (int, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, name FROM stock WHERE yard = ? LIMIT 12", yard)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
