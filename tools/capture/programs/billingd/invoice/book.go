// Package invoice books invoices.
package invoice

import (
	"context"
	"database/sql"
	"errors"
)

var errNoAmount = errors.New("invoice without amount")

// Book writes to the invoice tables.
type Book struct{ db *sql.DB }

// NewBook writes to db.
func NewBook(db *sql.DB) *Book { return &Book{db: db} }

// Post books invoice n.
func (b *Book) Post(ctx context.Context, n int) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO invoice VALUES (?)", n); err != nil {
		return err
	}
	if n%10 == 0 {
		return errNoAmount
	}
	return tx.Commit()
}
