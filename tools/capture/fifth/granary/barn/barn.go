// Package barn is the table of sacks.
package barn

import (
	"context"
	"database/sql"
)

// Sack is one row.
type Sack struct{ Number, Grain string }

// Barn is kept in a database.
type Barn struct{ db *sql.DB }

// New is the barn in db.
func New(db *sql.DB) *Barn { return &Barn{db: db} }

// Sacks lists what lies in a bay.
func (b *Barn) Sacks(ctx context.Context, bay int) ([]Sack, error) {
	rows, err := b.db.QueryContext(ctx, "SELECT id, grain FROM sack WHERE bay = ? LIMIT 30", bay)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var sacks []Sack
	for rows.Next() {
		var s Sack
		if err := rows.Scan(&s.Number, &s.Grain); err != nil {
			return nil, err
		}
		sacks = append(sacks, s)
	}
	return sacks, rows.Err()
}

// Store puts a sack into a bay.
func (b *Barn) Store(ctx context.Context, bay int, grain string) error {
	_, err := b.db.QueryContext(ctx, "INSERT INTO sack (bay, grain) VALUES (?, ?) RETURNING id, grain LIMIT 1", bay, grain)
	return err
}
