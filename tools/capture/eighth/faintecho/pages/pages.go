// Package pages is what is set from glyphs.
package pages

import (
	"fmt"
	"log"
	"net/http"

	"go.slateworks.example/frame/bounded"

	"go.faintecho.example/glyph/faintecho/glyphs"
)

// Setter keeps the latest pages.
type Setter struct {
	set    *glyphs.Set
	latest *bounded.Cache[string, []*glyphs.Glyph]
}

// New keeps so many pages.
func New(set *glyphs.Set, bound int) *Setter {
	return &Setter{set: set, latest: bounded.New[string, []*glyphs.Glyph](bound)}
}

// ServeHTTP sets a page.
func (s *Setter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var page []*glyphs.Glyph
	for i := range 30 {
		page = append(page, s.set.Get(fmt.Sprintf("%s glyph %d", r.URL.Path, i)))
	}
	s.latest.Put(r.URL.Path, page)
	if _, err := fmt.Fprintln(w, s.set.Len()); err != nil {
		log.Print(err)
	}
}
