// Package worker handles messages.
package worker

import (
	"context"

	"jobs.example/lovage/agent"
	"jobs.example/lovage/store"
)

// Message is what is to be done.
type Message struct{ ID, Kind int }

var names = [...]string{"created", "changed", "paid", "packed", "sent", "returned", "archived"}

// Worker has a store.
type Worker struct {
	app   *agent.App
	store *store.Store
	bytes int
}

// New works for an app.
func New(app *agent.App, s *store.Store) *Worker { return &Worker{app: app, store: s} }

// Run handles one message after the other.
func (w *Worker) Run(ctx context.Context, messages <-chan Message) {
	for {
		select {
		case m := <-messages:
			ctx = w.begin(ctx, m)
			w.handle(ctx, m)
			agent.FromContext(ctx).End()
		case <-ctx.Done():
			return
		}
	}
}

func (w *Worker) begin(ctx context.Context, m Message) context.Context {
	return agent.NewContext(ctx, w.app.Begin(names[m.Kind]))
}

func (w *Worker) handle(ctx context.Context, m Message) {
	for i := 0; i < 4; i++ {
		w.bytes += w.store.Read(ctx, m.ID+i)
	}
	w.store.Write(ctx, m.ID)
}
