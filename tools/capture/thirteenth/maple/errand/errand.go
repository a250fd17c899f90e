// Package errand goes from counter to counter.
package errand

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"

	"git.ropewalk.example/link/maple/line"
)

// Errand counts what was brought.
type Errand struct {
	line    *line.Line
	mu      sync.Mutex
	brought int
	busy    int
}

// New goes along a line.
func New(l *line.Line) *Errand { return &Errand{line: l} }

// Run is errand n.
func (e *Errand) Run(ctx context.Context, n int) {
	thing, err := e.line.Fetch(ctx, fmt.Sprintf("/counter/%d", n%14))
	e.mu.Lock()
	defer e.mu.Unlock()
	var busy *line.Busy
	switch {
	case errors.As(err, &busy):
		e.busy++
	case err != nil:
		log.Print(err)
	default:
		e.brought += len(thing)
	}
}
