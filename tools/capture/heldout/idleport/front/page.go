// Package front is the front page.
package front

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// Page counts who looks at it. A greeting takes four seconds, so that browsers that start together get a connection each.
type Page struct{ looks atomic.Int64 }

// NewPage has not been looked at.
func NewPage() *Page { return &Page{} }

// ServeHTTP answers with the count.
func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/hello/") {
		time.Sleep(4 * time.Second)
	}
	fmt.Fprintln(w, "looked at", p.looks.Add(1), "times")
}
