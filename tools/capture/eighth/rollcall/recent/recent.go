// Package recent has the latest lines of a log.
package recent

import (
	"strings"
	"sync"
	"time"
)

// Line is a line and its words.
type Line struct {
	at    time.Time
	text  string
	words []string
}

// Ring has a fixed number of lines.
type Ring struct {
	mu    sync.Mutex
	lines []*Line
	next  int
}

// New has room for n lines.
func New(n int) *Ring { return &Ring{lines: make([]*Line, n)} }

// Write keeps a line.
func (r *Ring) Write(text []byte) (int, error) {
	line := parse(string(text))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lines[r.next%len(r.lines)] = line
	r.next++
	return len(text), nil
}

func parse(text string) *Line { return &Line{at: time.Now(), text: text, words: strings.Fields(text)} }

// Len is how many lines there are.
func (r *Ring) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.next < len(r.lines) {
		return r.next
	}
	return len(r.lines)
}
