// Package control decides how many cars go out.
package control

import (
	"context"
	"log"

	"github.com/hashicorp/go-memdb"

	"git.steward.example/fleet/cypress/state"
)

// Loop decides anew whenever something is reported or the limit is another.
type Loop struct {
	store   *state.Store
	reports <-chan int
	out     int
	rounds  int
}

// New takes reports.
func New(store *state.Store, reports <-chan int) *Loop { return &Loop{store: store, reports: reports} }

// Run goes on until the context ends.
func (l *Loop) Run(ctx context.Context) {
	for {
		limit, watch, err := l.store.Limit()
		if err != nil {
			log.Print(err)
			return
		}
		l.out = min(limit, l.out+1)
		if !l.wait(ctx, watch) {
			return
		}
		l.rounds++
	}
}

func (l *Loop) wait(ctx context.Context, watch memdb.WatchSet) bool {
	select {
	case <-watch.WatchCh(context.Background()):
	case <-l.reports:
	case <-ctx.Done():
		return false
	}
	return true
}
