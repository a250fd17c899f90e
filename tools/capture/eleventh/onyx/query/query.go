// Package query gives rows as sequences.
package query

import (
	"context"
	"database/sql"
	"iter"
)

// Scan makes a value of a row.
type Scan[T any] func(*sql.Rows) (T, error)

// Each is every row of a query.
func Each[T any](ctx context.Context, db *sql.DB, text string, scan Scan[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := db.QueryContext(ctx, text)
		if err != nil {
			yield(none, err)
			return
		}
		for rows.Next() {
			value, err := scan(rows)
			if !yield(value, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, err)
		}
	}
}

// First is the first row of a query.
func First[T any](ctx context.Context, db *sql.DB, text string, scan Scan[T]) (T, error) {
	var none T
	for value, err := range Each(ctx, db, text, scan) {
		return value, err
	}
	return none, sql.ErrNoRows
}
