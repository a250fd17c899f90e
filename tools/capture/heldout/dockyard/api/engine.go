// Package api is what clients call.
package api

import (
	"context"
	"time"

	"git.drydock.example/engine/dockyard/events"
)

// Engine has one journal for each container.
type Engine struct{ journals []*events.Journal }

// NewEngine has n containers.
func NewEngine(n int) *Engine {
	e := &Engine{journals: make([]*events.Journal, n)}
	for i := range e.journals {
		e.journals[i] = events.NewJournal(i)
	}
	return e
}

// Start starts a container.
func (e *Engine) Start(container int) {
	e.journals[container].Log("start")
	e.journals[container].Log("healthy")
}

// Logs reads a container's journal for a while. The first container's pager is closed without leaving.
func (e *Engine) Logs(ctx context.Context, container int, length time.Duration) {
	journal := e.journals[container%len(e.journals)]
	lines := journal.Follow()
	until := time.NewTimer(length)
	defer until.Stop()
	for {
		select {
		case <-lines:
		case <-until.C:
			if container%160 == 13 {
				return
			}
			go func() {
				for range lines {
				}
			}()
			journal.Leave(lines)
			return
		case <-ctx.Done():
			return
		}
	}
}
