// Package shelf answers about books.
package shelf

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"go.larch.example/books/larch/selects"
)

// Shelf answers over HTTP.
type Shelf struct {
	ctx     context.Context
	selects *selects.Selects
}

// New selects by s while ctx lasts.
func New(ctx context.Context, s *selects.Selects) *Shelf { return &Shelf{ctx: ctx, selects: s} }

// ServeHTTP lists a shelf or the latest book.
func (s *Shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var names []string
	var err error
	if strings.HasPrefix(r.URL.Path, "/latest") {
		names = make([]string, 1)
		names[0], err = s.selects.One(s.ctx, "latest_3")
	} else {
		names, err = s.selects.Slice(s.ctx, "shelf_1")
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, strings.Join(names, ", "))
}
