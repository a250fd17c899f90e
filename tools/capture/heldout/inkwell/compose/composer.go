// Package compose puts lines together.
package compose

import (
	"fmt"
	"sync/atomic"
)

// Composer counts characters.
type Composer struct{ characters atomic.Int64 }

// NewComposer has counted none.
func NewComposer() *Composer { return &Composer{} }

// Compose makes a document of so many lines.
func (c *Composer) Compose(lines int) {
	document := ""
	for n := range lines {
		document = c.line(document, n)
	}
	c.characters.Add(int64(len(document)))
}

func (c *Composer) line(document string, n int) string {
	return document + fmt.Sprintf("%4d the quick brown fox jumps over the lazy dog\n", n)
}
