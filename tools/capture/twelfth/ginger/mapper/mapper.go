// Package mapper writes structs to tables.
package mapper

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Mapper knows a database.
type Mapper struct{ db *sql.DB }

// New maps to a database.
func New(db *sql.DB) *Mapper { return &Mapper{db: db} }

// Insert writes rows of one table at once.
func (m *Mapper) Insert(ctx context.Context, table string, columns []string, rows [][]any) error {
	query, values := insertion(table, columns, rows)
	return m.exec(ctx, query, values)
}

func insertion(table string, columns []string, rows [][]any) (string, []any) {
	var query strings.Builder
	fmt.Fprintf(&query, "INSERT INTO %s (%s) VALUES ", table, strings.Join(columns, ", "))
	var values []any
	for i, row := range rows {
		if i > 0 {
			query.WriteString(", ")
		}
		query.WriteString("(" + strings.TrimSuffix(strings.Repeat("?, ", len(row)), ", ") + ")")
		values = append(values, row...)
	}
	return query.String(), values
}

func (m *Mapper) exec(ctx context.Context, query string, values []any) error {
	statement, err := m.db.PrepareContext(ctx, query)
	if err != nil {
		return err
	}
	_, err = statement.ExecContext(ctx, values...)
	return err
}

// Count asks how many rows a table has.
func (m *Mapper) Count(ctx context.Context, table string) (n int, err error) {
	rows, err := m.db.QueryContext(ctx, "SELECT id, name FROM "+table+" LIMIT 3")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
