// Package watch shows a store's records and what becomes of them.
package watch

import (
	"context"
	"time"

	"go.drapery.example/loom/start"

	"git.registrar.example/store/corduroy/flow"
	"git.registrar.example/store/corduroy/keep"
)

// Event is what a watcher is told.
type Event struct {
	Text    string
	Version int
}

// Open is a watch: first what there is, then what changes.
func Open(ctx context.Context, store *keep.Store, since int) (<-chan Event, error) {
	listed, changed := make(chan keep.Record), make(chan keep.Record)
	events := flow.Map(flow.Concat(listed, changed), func(r keep.Record) Event {
		return Event{Text: r.Name + " is there", Version: r.Version}
	})
	if err := store.Check(since); err != nil {
		return nil, err
	}
	go store.List(listed)
	go store.Changes(ctx, changed)
	return events, nil
}

// Readers open watches, perSecond of them, and read for some seconds; one in eight comes with an old version.
func Readers(ctx context.Context, store *keep.Store, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		since := store.Version()
		if n%8 == 5 {
			since -= 1000
		}
		go read(ctx, store, since)
	})
}

func read(ctx context.Context, store *keep.Store, since int) {
	ctx, cancel := context.WithTimeout(ctx, 4*time.Second)
	defer cancel()
	events, err := Open(ctx, store, since)
	if err != nil {
		return
	}
	for range events {
	}
}
