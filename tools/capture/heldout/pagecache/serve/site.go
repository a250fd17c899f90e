// Package serve renders pages.
package serve

import (
	"bytes"
	"fmt"

	"git.glacier.example/pages/pagecache/keep"
)

// Site renders what is not remembered.
type Site struct{ recent *keep.Recent }

// NewSite remembers bound pages.
func NewSite(bound int) *Site { return &Site{recent: keep.NewRecent(bound)} }

// Page returns page n.
func (s *Site) Page(n int) []byte {
	if page, ok := s.recent.Get(n); ok {
		return page
	}
	page := render(n)
	s.recent.Put(n, page)
	return page
}

func render(n int) []byte {
	var page bytes.Buffer
	for row := range 120 {
		fmt.Fprintf(&page, "<li>entry %d of page %d</li>\n", row, n)
	}
	return page.Bytes()
}
