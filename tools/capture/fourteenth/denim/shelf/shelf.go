// Package shelf knows which books there are.
package shelf

import (
	"context"
	"database/sql"
	"log"
	"strings"

	"go.drapery.example/loom/start"

	"git.bookstall.example/shop/denim/rows"
)

// Book is one.
type Book struct {
	Number int
	Title  string
}

// Shelf has them in a database.
type Shelf struct {
	db   *sql.DB
	seen int
}

// New looks into db.
func New(db *sql.DB) *Shelf { return &Shelf{db: db} }

func scan(r *sql.Rows) (Book, error) {
	var b Book
	err := r.Scan(&b.Number, &b.Title)
	return b, err
}

// Count is how many there are.
func (s *Shelf) Count(ctx context.Context) (n int, err error) {
	for _, err := range rows.All(ctx, s.db, scan, "SELECT id, name FROM books LIMIT 40") {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

// First is the first whose title ends so.
func (s *Shelf) First(ctx context.Context, end string) (Book, bool) {
	for book, err := range rows.All(ctx, s.db, scan, "SELECT id, name FROM books WHERE kind = ? LIMIT 25", end) {
		if err != nil {
			log.Print(err)
			break
		}
		if strings.HasSuffix(book.Title, end) {
			return book, true
		}
	}
	return Book{}, false
}

// Visitors ask perSecond times; one in sixteen looks for a certain book, and does not always find it.
func Visitors(ctx context.Context, s *Shelf, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		go func() {
			if n%16 != 7 {
				if _, err := s.Count(ctx); err != nil {
					log.Print(err)
				}
				return
			}
			ends := []string{" 12", " 99", " 3"}
			s.First(ctx, ends[n/16%3])
		}()
	})
}
