// Package tables reads tables row by row.
package tables

import (
	"context"
	"database/sql"
	"fmt"
)

// Tables are those of a database.
type Tables struct{ db *sql.DB }

// New reads from db.
func New(db *sql.DB) *Tables { return &Tables{db: db} }

// Each calls read for each row until one fails.
func Each[T any](rows *sql.Rows, read func(*sql.Rows) (T, error)) ([]T, error) {
	var all []T
	for rows.Next() {
		one, err := read(rows)
		if err != nil {
			return all, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// Size is a row of sizes.
type Size struct {
	ID   int
	Name string
}

// Query reads a table's rows, whose second column is a name or, in tables of names, a number.
func (t *Tables) Query(ctx context.Context, kind string, n int) (string, error) {
	rows, err := t.db.QueryContext(ctx, fmt.Sprintf("SELECT id, name FROM %s_%d LIMIT 20", kind, n))
	if err != nil {
		return "", err
	}
	return t.fold(kind, rows)
}

func (t *Tables) fold(kind string, rows *sql.Rows) (string, error) {
	if kind == "names" {
		numbers, err := Each(rows, func(r *sql.Rows) (number int, err error) {
			var id int
			return number, r.Scan(&id, &number)
		})
		if err != nil {
			return "", err
		}
		return fmt.Sprint(len(numbers), " numbers"), nil
	}
	sizes, err := Each(rows, func(r *sql.Rows) (s Size, err error) {
		err = r.Scan(&s.ID, &s.Name)
		return s, err
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprint(len(sizes), " sizes"), nil
}
