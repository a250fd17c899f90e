// Package reports are read from the tables.
package reports

import (
	"context"
	"database/sql"
	"fmt"
	"sync/atomic"
	"time"

	"report.example/turmeric/statements"
)

// Reports take longer in the first minute, as more is in the tables.
type Reports struct {
	statements *statements.Cache
	ramp       time.Duration
	since      time.Time
	rows       atomic.Int64
	failed     atomic.Int64
}

// New reports by statements.
func New(s *statements.Cache, ramp time.Duration) *Reports {
	return &Reports{statements: s, ramp: ramp, since: time.Now()}
}

// Run is report n.
func (r *Reports) Run(ctx context.Context, n int) {
	slow := 40 + int(1560*min(1, time.Since(r.since).Seconds()/r.ramp.Seconds()))
	if n%3 != 0 {
		slow = 15
	}
	query := fmt.Sprintf("SELECT id, name FROM report_%d WHERE SLEEP(%d) LIMIT 5", n*17%420, slow/80*80+15)
	err := r.statements.Query(ctx, query, func(rows *sql.Rows) error {
		var id, name string
		r.rows.Add(1)
		return rows.Scan(&id, &name)
	})
	if err != nil {
		r.failed.Add(1)
	}
}
