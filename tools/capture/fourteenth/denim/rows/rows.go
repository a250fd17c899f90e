// Package rows gives the rows of a question as a sequence.
package rows

import (
	"context"
	"database/sql"
	"iter"
)

// All asks and gives row by row what scan makes of it.
func All[T any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		found, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			yield(none, err)
			return
		}
		for found.Next() {
			one, err := scan(found)
			if !yield(one, err) {
				return
			}
		}
		if err := found.Err(); err != nil {
			yield(none, err)
		}
	}
}
