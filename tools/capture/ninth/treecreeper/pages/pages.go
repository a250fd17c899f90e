// Package pages makes the pages.
package pages

import (
	"fmt"
	"hash/fnv"
	"net/http"

	"go.northlight.example/works/larder"
)

// Pages shows a page that was shown lately again.
type Pages struct {
	shown *larder.Larder[string, []byte]
}

// New looks in shown first.
func New(shown *larder.Larder[string, []byte]) *Pages { return &Pages{shown: shown} }

// Show writes one of two thousand pages.
func (p *Pages) Show(w http.ResponseWriter, r *http.Request) {
	h := fnv.New32a()
	fmt.Fprint(h, r.URL.Path)
	name := fmt.Sprint("page ", h.Sum32()%2000)
	page, found := p.shown.Get(name)
	if !found {
		page = make([]byte, 9<<10)
		copy(page, name)
		p.shown.Put(name, page)
	}
	_, _ = w.Write(page[:200])
}
