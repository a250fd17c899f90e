// Package wire brings changes.
package wire

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"go.drapery.example/loom/start"
)

// ErrCut says that a line is gone.
var ErrCut = errors.New("line was cut")

// Wire has lines to those who follow.
type Wire struct {
	mu    sync.Mutex
	lines map[*Line]bool
}

// Line is one of them.
type Line struct {
	wire    *Wire
	changes chan string
	left    int
}

// Lay brings perSecond changes to all lines.
func Lay(ctx context.Context, perSecond float64) *Wire {
	w := &Wire{lines: map[*Line]bool{}}
	start.Beat(ctx, perSecond, w.change)
	return w
}

func (w *Wire) change(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for line := range w.lines {
		select {
		case line.changes <- fmt.Sprintf("row %d of table %d is another", n, n%17):
		default:
		}
	}
}

// Open is a line that is cut after so many changes.
func (w *Wire) Open(changes int) *Line {
	line := &Line{wire: w, changes: make(chan string, 16), left: changes}
	w.mu.Lock()
	w.lines[line] = true
	w.mu.Unlock()
	return line
}

// Next is the next change.
func (l *Line) Next(ctx context.Context) (string, error) {
	if l.left--; l.left < 0 {
		return "", ErrCut
	}
	select {
	case change := <-l.changes:
		return change, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Hang ends the line.
func (l *Line) Hang() {
	l.wire.mu.Lock()
	delete(l.wire.lines, l)
	l.wire.mu.Unlock()
}
