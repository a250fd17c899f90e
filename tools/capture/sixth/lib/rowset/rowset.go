// Package rowset makes values of the rows of a query.
package rowset

import (
	"context"
	"database/sql"
	"fmt"
)

// Scanner makes one value of the current row.
type Scanner[T any] func(rows *sql.Rows) (T, error)

// Query is a statement with its scanner.
type Query[T any] struct {
	DB   *sql.DB
	Text string
	Scan Scanner[T]
}

// All runs the query and returns all its values.
func (q Query[T]) All(ctx context.Context, args ...interface{}) ([]T, error) {
	rows, err := q.DB.QueryContext(ctx, q.Text, args...)
	if err != nil {
		return nil, err
	}
	var values []T
	for rows.Next() {
		value, err := q.Scan(rows)
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", len(values), err)
		}
		values = append(values, value)
	}
	return values, rows.Err()
}
