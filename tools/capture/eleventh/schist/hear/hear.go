// Package hear takes configurations.
package hear

import (
	"context"
	"time"

	"go.schist.example/events/schist/bus"
	"go.schist.example/events/schist/config"
)

// Worker takes its time.
type Worker struct {
	takes   time.Duration
	version int
}

// New takes so long for each.
func New(takes time.Duration) *Worker { return &Worker{takes: takes} }

// Run works until the context ends.
func (w *Worker) Run(ctx context.Context, events <-chan bus.Event) {
	for {
		select {
		case e := <-events:
			if c, ok := e.Data.(*config.Config); ok {
				w.version = c.Version
			}
			time.Sleep(w.takes)
		case <-ctx.Done():
			return
		}
	}
}
