// Package clerk asks the database, one clerk one question at a time.
package clerk

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"time"
)

// Clerk is one of many.
type Clerk struct {
	db     *sql.DB
	number int
	files  [20]string
}

// New is a clerk.
func New(db *sql.DB, number int) *Clerk { return &Clerk{db: db, number: number} }

// Work asks again and again, with patience.
func (c *Clerk) Work(ctx context.Context) {
	for n := 0; ctx.Err() == nil; n++ {
		if err := c.ask(ctx, n); err != nil && ctx.Err() == nil && !errors.Is(err, context.DeadlineExceeded) {
			log.Print(err)
		}
	}
}

func (c *Clerk) ask(ctx context.Context, n int) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(ctx, "SELECT SLEEP(160), id, name FROM file WHERE clerk = ? LIMIT 20", c.number)
	if err != nil {
		return err
	}
	defer rows.Close()
	for i := 0; rows.Next(); i++ {
		var id string
		if err := rows.Scan(&id, &c.files[i%len(c.files)]); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	rows.Close()
	return tx.Commit()
}
