// Package check says which sites are up.
package check

import (
	"fmt"
	"net/http"
)

// Checker remembers which sites were up.
type Checker struct {
	base string
	up   []bool
}

// NewChecker checks n sites.
func NewChecker(base string, n int) *Checker { return &Checker{base: base, up: make([]bool, n)} }

// Is2xx says whether a status is good.
func Is2xx(status int) bool { return status/100 == 2 }

// Up checks site n.
func (c *Checker) Up(n int) bool {
	answer, err := http.Get(fmt.Sprintf("%s/%d", c.base, n))
	c.up[n%len(c.up)] = err == nil && Is2xx(answer.StatusCode)
	return c.up[n%len(c.up)]
}
