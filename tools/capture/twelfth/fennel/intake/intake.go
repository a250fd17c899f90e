// Package intake is where documents come in.
package intake

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"

	"docs.example/fennel/path"
	"docs.example/fennel/seen"
)

// Intake answers over HTTP.
type Intake struct {
	seen   *seen.Set
	pages  atomic.Int64
	double atomic.Int64
}

// New drops what was seen.
func New(s *seen.Set) *Intake { return &Intake{seen: s} }

// ServeHTTP takes one document.
func (i *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	document, err := text(r.Body, r.ContentLength)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if !i.seen.Add(path.Get(document, "partner"), path.Get(document, "id")) {
		i.double.Add(1)
		fmt.Fprintln(w, "seen")
		return
	}
	i.pages.Add(int64(strings.Count(document, "page")))
	fmt.Fprintln(w, "taken")
}

func text(body io.Reader, size int64) (string, error) {
	var b strings.Builder
	b.Grow(int(max(size, 0)))
	_, err := io.Copy(&b, body)
	return b.String(), err
}
