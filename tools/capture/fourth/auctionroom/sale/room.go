// Package sale sells lots.
package sale

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"math/rand"
	"time"
)

var errUnsold = errors.New("sale: below the reserve")

// Room sells one lot after the other.
type Room struct {
	db     *sql.DB
	rng    *rand.Rand
	number int
	sold   int
}

// NewRoom is a room with that number.
func NewRoom(db *sql.DB, number int) *Room {
	return &Room{db: db, number: number, rng: rand.New(rand.NewSource(int64(number)))}
}

// Run sells until ctx ends.
func (r *Room) Run(ctx context.Context) {
	for lot := 0; ctx.Err() == nil; lot++ {
		if err := r.sell(ctx, lot); err != nil && !errors.Is(err, errUnsold) {
			log.Print(err)
		}
	}
}

func (r *Room) sell(ctx context.Context, lot int) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for bid := 0; bid < 10+r.rng.Intn(20); bid++ {
		if _, err := tx.ExecContext(ctx, "UPDATE lot SET price = ? WHERE id = ?", bid*50, lot); err != nil {
			return err
		}
		time.Sleep(time.Duration(600+r.rng.Intn(800)) * time.Millisecond)
	}
	if r.rng.Intn(5) == 0 {
		return errUnsold
	}
	r.sold++
	return tx.Commit()
}
