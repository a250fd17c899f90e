// Package intake takes pages of points.
package intake

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"unsafe"

	"go.engraver.example/index/copperplate/series"
)

// Desk takes pages.
type Desk struct{ index *series.Index }

// New fills index.
func New(index *series.Index) *Desk { return &Desk{index: index} }

// ServeHTTP takes a page of lines "name,tag,tag value".
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page, err := readBody(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	added := 0
	for page != "" {
		var line string
		line, page, _ = strings.Cut(page, "\n")
		if d.parse(line) {
			added++
		}
	}
	fmt.Fprintln(w, added, "of", d.index.Len())
}

// readBody does not copy the page a second time.
func readBody(r *http.Request) (string, error) {
	page, err := io.ReadAll(r.Body)
	if err != nil || len(page) == 0 {
		return "", err
	}
	return *(*string)(unsafe.Pointer(&page)), nil
}

func (d *Desk) parse(line string) bool {
	key, _, found := strings.Cut(line, " ")
	if !found {
		return false
	}
	return d.index.Add(key, func() []string { return strings.Split(key, ",")[1:] })
}
