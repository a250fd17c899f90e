// Package stock knows what is on the shelf.
package stock

import (
	"context"
	"database/sql"
	"log"
)

// Shelf reads the stock table.
type Shelf struct{ db *sql.DB }

// NewShelf reads from db.
func NewShelf(db *sql.DB) *Shelf { return &Shelf{db: db} }

// Available says whether any warehouse has the article.
func (s *Shelf) Available(ctx context.Context, article int) bool {
	rows, err := s.db.QueryContext(ctx, "SELECT id, name FROM stock WHERE article = ? LIMIT 12", article)
	if err != nil {
		log.Print(err)
		return false
	}
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			log.Print(err)
			return false
		}
		if id != "0" {
			return true
		}
	}
	return false
}
