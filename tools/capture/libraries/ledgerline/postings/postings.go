// Package postings writes postings in transactions.
package postings

import (
	"context"
	"database/sql"
	"errors"
	"time"

	_ "github.com/go-sql-driver/mysql" // the driver

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var errUnbalanced = errors.New("unbalanced")

// Book has the postings.
type Book struct{ db *sql.DB }

// Start opens the book.
func Start(ctx context.Context) error {
	db, err := sql.Open("mysql", "root@tcp(127.0.0.1:3306)/test")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(60)
	b := &Book{db: db}
	residents.Settle(ctx, 50)
	cadence.Spread(ctx, 3, func(n int) { _ = b.Post(ctx, n) })
	cadence.Loop(ctx, 250*time.Millisecond, func(int) { _ = db.PingContext(ctx) })
	return nil
}

// Post writes one posting.
func (b *Book) Post(ctx context.Context, n int) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	var sum int
	if err := tx.QueryRowContext(ctx, "select ? * 2", n).Scan(&sum); err != nil {
		return err
	}
	if sum%10 == 0 {
		return errUnbalanced
	}
	return tx.Commit()
}
