// Package occupancy asks which rooms are taken.
package occupancy

import (
	"context"
	"database/sql"
	"log"
)

// Plan asks one database.
type Plan struct{ db *sql.DB }

// NewPlan asks db.
func NewPlan(db *sql.DB) *Plan { return &Plan{db: db} }

// Today counts the rooms taken now.
func (p *Plan) Today(ctx context.Context, hotel int) {
	var id, name string
	row := p.db.QueryRowContext(ctx, "SELECT id, name FROM rooms WHERE hotel = ? LIMIT 1", hotel)
	if err := row.Scan(&id, &name); err != nil && ctx.Err() == nil {
		log.Print(err)
	}
}

// Month counts the rooms taken in a month, by a full scan.
func (p *Plan) Month(ctx context.Context, hotel int) {
	_, err := p.db.ExecContext(ctx, "CREATE TABLE month AS SELECT SLEEP(400000), hotel FROM nights WHERE hotel = ?", hotel)
	if err != nil && ctx.Err() == nil {
		log.Print(err)
	}
}
