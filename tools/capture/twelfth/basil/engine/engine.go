// Package engine routes events.
package engine

import (
	"context"
	"fmt"
	"sync/atomic"

	"events.example/basil/sinks"
)

// Engine gives every event to the index and the warnings to the hook.
type Engine struct {
	index, hook sinks.Sink
	lost        atomic.Int64
}

// New routes to two sinks.
func New(index, hook sinks.Sink) *Engine { return &Engine{index: index, hook: hook} }

// On is event n.
func (e *Engine) On(ctx context.Context, n int) {
	event := sinks.Event{Name: fmt.Sprintf("pod-%d", n%900), Reason: "Scheduled", Count: n}
	sink := e.index
	if n%22 == 9 {
		event.Reason, sink = "BackOff", e.hook
	}
	if err := sink.Send(ctx, &event); err != nil {
		e.lost.Add(1)
	}
}
