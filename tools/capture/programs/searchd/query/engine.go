// Package query asks the word table.
package query

import (
	"context"
	"database/sql"
	"errors"
	"log"
)

// Engine asks one database.
type Engine struct{ db *sql.DB }

// NewEngine asks db.
func NewEngine(db *sql.DB) *Engine { return &Engine{db: db} }

// Suggest returns the best word for prefix n.
func (e *Engine) Suggest(ctx context.Context, n int) string {
	stmt, err := e.db.PrepareContext(ctx, "SELECT id, word FROM words WHERE prefix = ? LIMIT 1")
	if err != nil {
		log.Print(err)
		return ""
	}
	var id, word string
	if err := stmt.QueryRowContext(ctx, n).Scan(&id, &word); err != nil && !errors.Is(err, sql.ErrNoRows) {
		log.Print(err)
	}
	return word
}
