// Package press sets pages.
package press

import (
	"strings"

	"go.arbor.example/shed/keep"
)

// Page is one that was set.
type Page struct {
	Number int
	Text   string
	Words  []string
}

// Set sets page n.
func Set(n int) *Page {
	text := keep.Text(1500, n)
	return &Page{Number: n, Text: text, Words: strings.Fields(text[:600])}
}
