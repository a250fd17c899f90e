// Package writers has something to write all the time.
package writers

import (
	"fmt"
	"strings"

	"go.tenon.example/syslog/tenon/journal"
)

// Writers write into journals in turn.
type Writers struct{ journals []*journal.Journal }

// New writes into these.
func New(journals []*journal.Journal) *Writers { return &Writers{journals: journals} }

// Write writes some lines.
func (w *Writers) Write(n int) error {
	j := w.journals[n%len(w.journals)]
	for i := 0; i < 6; i++ {
		line := fmt.Sprintf("turn=%d line=%d state=ok %s", n, i, strings.Repeat("took=12ms ", 18+n%5))
		if err := j.Line(line); err != nil {
			return err
		}
	}
	return nil
}
