// Package segments is a log in pieces, of which those go that all have read.
package segments

import "sync"

type segment struct {
	first   int
	entries [][]byte
}

// Log has segments and the positions of who reads.
type Log struct {
	size int

	mu        sync.Mutex
	segments  []*segment
	next      int
	positions map[string]int
}

// New has segments of so many entries.
func New(size int) *Log { return &Log{size: size, positions: make(map[string]int)} }

// Append adds an entry.
func (l *Log) Append(entry []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n := len(l.segments); n == 0 || len(l.segments[n-1].entries) == l.size {
		l.segments = append(l.segments, &segment{first: l.next, entries: make([][]byte, 0, l.size)})
	}
	last := l.segments[len(l.segments)-1]
	last.entries = append(last.entries, entry)
	l.next++
}

// Join makes a reader known.
func (l *Log) Join(reader string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.positions[reader] = 0
	if len(l.segments) > 0 {
		l.positions[reader] = l.segments[0].first
	}
}

// Read returns the reader's next entry, if there is one.
func (l *Log) Read(reader string) ([]byte, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	at := l.positions[reader]
	for _, s := range l.segments {
		if at >= s.first && at < s.first+len(s.entries) {
			l.positions[reader] = at + 1
			return s.entries[at-s.first], true
		}
	}
	return nil, false
}

// Trim drops the segments that all readers have behind them.
func (l *Log) Trim() {
	l.mu.Lock()
	defer l.mu.Unlock()
	least := l.next
	for _, at := range l.positions {
		if at < least {
			least = at
		}
	}
	kept := l.segments[:0:0]
	for _, s := range l.segments {
		if s.first+l.size > least {
			kept = append(kept, s)
		}
	}
	l.segments = kept
}
