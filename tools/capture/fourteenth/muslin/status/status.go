// Package status is a board of how stations are.
package status

import (
	"errors"
	"sync"

	"git.gridwatch.example/probe/muslin/probe"
)

// Board has a line for each station.
type Board struct {
	mu    sync.Mutex
	lines []line
}

type line struct {
	failed error
	times  int
	good   int
}

// New has so many lines.
func New(lines int) *Board { return &Board{lines: make([]line, lines)} }

// Note notes how a probe went.
func (b *Board) Note(k int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := &b.lines[k]
	if err == nil {
		l.good++
		return
	}
	l.times++
	l.failed = errors.Join(l.failed, err)
}

// Show says what a line shows: how often it failed, and whether it ever was stale.
func (b *Board) Show(k int) (times int, stale bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.lines[k].times, errors.Is(b.lines[k].failed, probe.ErrStale)
}
