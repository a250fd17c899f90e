// Package records writes down who is in which ward.
package records

import (
	"context"
	"database/sql"
)

// Records are in a database.
type Records struct {
	db    *sql.DB
	wards [8]int
}

// New writes into db.
func New(db *sql.DB) *Records { return &Records{db: db} }

// within runs steps in a transaction.
func (r *Records) within(ctx context.Context, steps func(tx *sql.Tx) error) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := steps(tx); err != nil {
		if undone := tx.Rollback(); undone != nil {
			return undone
		}
		return err
	}
	return tx.Commit()
}

// Admit puts a patient into a ward.
func (r *Records) Admit(ctx context.Context, patient int) error {
	return r.within(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "INSERT INTO patient VALUES (?)", patient); err != nil {
			return err
		}
		ward := patient * 5 % 9
		_, err := tx.ExecContext(ctx, "UPDATE ward SET beds = ? WHERE id = ?", r.wards[ward], ward)
		return err
	})
}
