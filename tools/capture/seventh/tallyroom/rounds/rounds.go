// Package rounds goes from database to database.
package rounds

import (
	"context"
	"sync/atomic"
	"time"

	"git.ballotbox.example/watch/tallyroom/metricset"
)

// Rounds has sets.
type Rounds struct {
	sets   []*metricset.Set
	rows   int
	failed int64
}

// New asks all sets in each round.
func New(sets []*metricset.Set) *Rounds { return &Rounds{sets: sets} }

// Round asks all.
func (r *Rounds) Round(int) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, set := range r.sets {
		n, err := set.Fetch(ctx)
		if err != nil {
			atomic.AddInt64(&r.failed, 1)
			continue
		}
		r.rows += n
	}
}

// Failures is how often a database did not answer.
func (r *Rounds) Failures() int64 { return atomic.LoadInt64(&r.failed) }
