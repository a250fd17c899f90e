// Package term keeps a window of the latest terms.
package term

import (
	"fmt"
	"unique"
)

// Window is a fixed number of terms.
type Window struct {
	terms []unique.Handle[string]
	next  int
}

// NewWindow holds n terms.
func NewWindow(n int) *Window { return &Window{terms: make([]unique.Handle[string], n)} }

// Add puts a term in the place of the oldest.
func (w *Window) Add(n int) {
	w.terms[w.next] = unique.Make(fmt.Sprintf("term number %d of the running text", n))
	w.next = (w.next + 1) % len(w.terms)
}
