// Package clerk answers.
package clerk

import (
	"fmt"
	"net/http"

	"go.parishclerk.example/registry/vestrybook/register"
)

// Clerk looks up.
type Clerk struct{ register *register.Register }

// New looks up in r.
func New(r *register.Register) *Clerk { return &Clerk{register: r} }

// ServeHTTP answers /number.
func (c *Clerk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var number int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &number); err != nil {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, c.register.Find(number))
}
