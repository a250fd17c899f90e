// Package people finds people.
package people

import (
	"context"
	"database/sql"
	"fmt"
	"log"

	"go.onyx.example/persist/onyx/query"
)

// People are in a database.
type People struct {
	ctx context.Context
	db  *sql.DB
}

// New finds them in db.
func New(ctx context.Context, db *sql.DB) *People { return &People{ctx: ctx, db: db} }

func name(rows *sql.Rows) (string, error) {
	var id int
	var name string
	err := rows.Scan(&id, &name)
	return name, err
}

// Find answers question n.
func (p *People) Find(n int) {
	text := fmt.Sprintf("SELECT id, name FROM people_%d LIMIT 30", n%10)
	if n%8 == 3 {
		if _, err := query.First(p.ctx, p.db, text, name); err != nil {
			log.Print(err)
		}
		return
	}
	seen := 0
	for _, err := range query.Each(p.ctx, p.db, text, name) {
		if err != nil {
			log.Print(err)
		}
		seen++
	}
}
