// Package cellar is what lies in the cellar.
package cellar

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Bottle is a row.
type Bottle struct {
	ID   int
	Name string
}

// Filter is what somebody searches for; nil is anything.
type Filter map[string]interface{}

// Cellar is kept in a database.
type Cellar struct{ db *sql.DB }

// New searches in db.
func New(db *sql.DB) *Cellar { return &Cellar{db: db} }

func (f Filter) clause() (string, []interface{}) {
	var columns []string
	var values []interface{}
	for column, value := range f {
		columns = append(columns, fmt.Sprintf("(bottles.%s = ? OR bottles.%s IS NULL)", column, column))
		values = append(values, value)
	}
	return strings.Join(columns, " AND "), values
}

// Find returns what the filter lets through.
func (c *Cellar) Find(ctx context.Context, f Filter) ([]Bottle, error) {
	where, values := f.clause()
	found, err := c.db.PrepareContext(ctx, "SELECT bottles.id, bottles.name FROM bottles LEFT JOIN racks ON racks.id = bottles.rack WHERE "+where+" ORDER BY bottles.name LIMIT 12")
	if err != nil {
		return nil, err
	}
	rows, err := found.QueryContext(ctx, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var bottles []Bottle
	for rows.Next() {
		var b Bottle
		if err := rows.Scan(&b.ID, &b.Name); err != nil {
			return nil, err
		}
		bottles = append(bottles, b)
	}
	return bottles, rows.Err()
}
