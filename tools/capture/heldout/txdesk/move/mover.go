// Package move moves money between accounts.
package move

import (
	"context"
	"database/sql"
	"errors"
)

var errLimit = errors.New("over the limit")

// Mover uses one database.
type Mover struct{ db *sql.DB }

// NewMover uses db.
func NewMover(db *sql.DB) *Mover { return &Mover{db: db} }

func (m *Mover) begin(ctx context.Context) (*sql.Tx, error) { return m.db.BeginTx(ctx, nil) }

// Move moves cents.
func (m *Mover) Move(ctx context.Context, cents int) error {
	tx, err := m.begin(ctx)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET cents = cents - ?", cents); err != nil {
		tx.Rollback()
		return err
	}
	if cents%6 == 5 {
		return errLimit
	}
	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET cents = cents + ?", cents); err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit()
}
