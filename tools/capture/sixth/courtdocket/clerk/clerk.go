// Package clerk answers what people ask at the desk.
package clerk

import (
	"context"
	"database/sql"
	"log"
	"sync/atomic"

	"example.com/lib/rowset"

	"git.assizes.example/clerks/courtdocket/docket"
)

// Office has the records.
type Office struct {
	db    *sql.DB
	heard int64
}

// New answers from db.
func New(db *sql.DB) *Office { return &Office{db: db} }

// Today counts the cases of a court.
func (o *Office) Today(ctx context.Context, court int) {
	sealed := -1
	if court%14 == 6 {
		sealed = 11
	}
	query := rowset.Query[docket.Entry]{
		DB:   o.db,
		Text: "SELECT number, title FROM docket WHERE court = ? LIMIT 30",
		Scan: docket.Reader{Sealed: sealed}.Read,
	}
	entries, err := query.All(ctx, court)
	if err != nil {
		log.Printf("court %d: %v", court, err)
		return
	}
	atomic.AddInt64(&o.heard, int64(len(entries)))
}
