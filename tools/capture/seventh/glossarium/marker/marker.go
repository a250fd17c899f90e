// Package marker finds what rules say.
package marker

import (
	"fmt"
	"net/http"

	"code.lexicographers.example/text/glossarium/rules"
)

// Marker has rules.
type Marker struct{ rules *rules.Rules }

// New marks by r.
func New(r *rules.Rules) *Marker { return &Marker{rules: r} }

// ServeHTTP counts the places of a rule.
func (m *Marker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var n int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &n); err != nil {
		http.NotFound(w, r)
		return
	}
	text := fmt.Sprintf("a term %d, some words-%d, and a phrase%d", n, n, n)
	fmt.Fprintln(w, len(m.rules.Get(n).FindAllString(text, -1)))
}
