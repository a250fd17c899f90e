// Package counter answers clerks.
package counter

import (
	"fmt"
	"net/http"

	"go.turquoise.example/ledger/turquoise/books"
)

// Counter answers over HTTP.
type Counter struct{ books *books.Books }

// New looks into books.
func New(b *books.Books) *Counter { return &Counter{books: b} }

// ServeHTTP tells a balance.
func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, c.books.Balance(r.URL.Path))
}
