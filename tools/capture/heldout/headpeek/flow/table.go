// Package flow counts frames by how they begin.
package flow

import "git.drift.example/sniff/headpeek/frame"

type head struct {
	bytes []byte
	count int
}

// Table has the heads in the order they came.
type Table struct{ heads []head }

// NewTable has none.
func NewTable() *Table { return &Table{} }

// Add counts a frame.
func (t *Table) Add(f frame.Frame) {
	start := f.Payload[:16]
	if last := len(t.heads) - 1; last >= 0 && string(t.heads[last].bytes) == string(start) {
		t.heads[last].count++
		return
	}
	t.heads = append(t.heads, head{bytes: start, count: 1})
}
