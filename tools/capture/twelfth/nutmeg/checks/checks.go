// Package checks asks whether something is allowed.
package checks

import (
	"fmt"

	"authz.example/nutmeg/relations"
)

// Checks counts what was asked.
type Checks struct {
	cache         *relations.Cache
	known, denied int
}

// New asks a cache first.
func New(c *relations.Cache) *Checks { return &Checks{cache: c} }

// Check is check n; each thousandth document changes, and what was decided about it is forgotten.
func (c *Checks) Check(n int) {
	r := relations.Relation{Resource: fmt.Sprint("document-", n), Definition: "viewer", Target: fmt.Sprint("user-", n*31%2700)}
	if d, ok := c.cache.Get(r); ok {
		c.known++
		if !d.Allowed {
			c.denied++
		}
		return
	}
	c.cache.Add(r, decide(n))
	if n%1000 == 999 {
		c.cache.Forget(r.Resource)
	}
}

func decide(n int) *relations.Decision {
	return &relations.Decision{Allowed: n%9 != 0, Trace: make([]byte, 900)}
}
