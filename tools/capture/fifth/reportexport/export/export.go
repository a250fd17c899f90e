// Package export writes one report after the other.
package export

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"log"
	"math/rand"
	"time"

	"git.figures.example/biz/reportexport/sheet"
)

const patience = 4 * time.Minute

// Export has a number and its own choice of reports.
type Export struct {
	db   *sql.DB
	rng  *rand.Rand
	late int
}

// New is the n-th export.
func New(db *sql.DB, n int) *Export { return &Export{db: db, rng: rand.New(rand.NewSource(int64(n)))} }

// Run writes reports until ctx ends.
func (e *Export) Run(ctx context.Context) {
	time.Sleep(time.Duration(e.rng.Intn(4000)) * time.Millisecond)
	for ctx.Err() == nil {
		err := e.write(ctx, 120+e.rng.Intn(120))
		if errors.Is(err, context.DeadlineExceeded) {
			e.late++
		} else if err != nil {
			log.Print(err)
		}
		time.Sleep(time.Duration(500+e.rng.Intn(1500)) * time.Millisecond)
	}
}

func (e *Export) write(ctx context.Context, rows int) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	found, err := e.db.QueryContext(ctx, "SELECT id, name FROM orders WHERE day = ? LIMIT ?", rows%31, rows)
	if err != nil {
		return err
	}
	defer found.Close()
	page := sheet.New(io.Discard)
	for found.Next() {
		var id, name string
		if err := found.Scan(&id, &name); err != nil {
			return err
		}
		page.Row(id, name)
		time.Sleep(30 * time.Millisecond)
	}
	if err := found.Err(); err != nil {
		return err
	}
	return page.Close()
}
