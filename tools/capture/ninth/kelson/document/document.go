// Package document is some lines of text.
package document

import (
	"fmt"
	"strings"
)

// Document has lines.
type Document struct {
	Number int
	Lines  []string
}

// New has n lines.
func New(number, n int) *Document {
	d := &Document{Number: number, Lines: make([]string, n)}
	for i := range d.Lines {
		d.Lines[i] = strings.Repeat(fmt.Sprintf("word %d of %d ", i, number), 10+(i+number)%30)
	}
	return d
}

// Len is how long it is.
func (d *Document) Len() int {
	n := 0
	for _, l := range d.Lines {
		n += len(l)
	}
	return n
}

// Map is a document whose lines are changed.
func (d *Document) Map(change func(i int, line string) string) *Document {
	out := &Document{Number: d.Number, Lines: make([]string, len(d.Lines))}
	for i, l := range d.Lines {
		out.Lines[i] = change(i, l)
	}
	return out
}
