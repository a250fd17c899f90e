// Package bench is where finds are looked at.
package bench

import (
	"fmt"
	"log"
	"net/http"

	"go.slateworks.example/frame/warm"

	"go.mudlark.example/shore/mudlark/finds"
)

// Bench has a table of kinds.
type Bench struct{ kinds *warm.Table }

// New compares with a table.
func New(kinds *warm.Table) *Bench { return &Bench{kinds: kinds} }

// ServeHTTP examines a find.
func (b *Bench) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := fmt.Fprintln(w, b.Examine(r.URL.Path)); err != nil {
		log.Print(err)
	}
}

// Examine returns the kind.
func (b *Bench) Examine(name string) string {
	find := finds.Open(name)
	find.Wash()
	return b.kinds.Row(len(find.Name) * 131 % 5000).Name
}
