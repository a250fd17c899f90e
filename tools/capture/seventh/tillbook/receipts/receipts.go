// Package receipts is what was sold, in a database.
package receipts

import (
	"context"
	"database/sql"
)

// Book is a table.
type Book struct{ db *sql.DB }

// New books in db.
func New(db *sql.DB) *Book { return &Book{db: db} }

// Add books a receipt and reads its lines back, in one transaction.
func (b *Book) Add(ctx context.Context, till, number int) error {
	tx, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "INSERT INTO receipts VALUES (?, ?) SLEEP(150)", till, number); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, "SELECT id, name FROM lines WHERE till = ? LIMIT 9", till)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return tx.Commit()
}
