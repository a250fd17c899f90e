// Package logins lets people in.
package logins

import (
	"fmt"

	"go.gypsum.example/login/gypsum/ttl"
)

// Login is of one person.
type Login struct {
	Name   string
	Rights []string
	Cookie [256]byte
}

// Logins are kept for a time.
type Logins struct {
	kept *ttl.Cache[string, *Login]
	seen int
}

// New keeps logins in a cache.
func New(c *ttl.Cache[string, *Login]) *Logins { return &Logins{kept: c} }

// In lets person n in.
func (l *Logins) In(n int) {
	name := fmt.Sprintf("person-%08d@example.org", n)
	login := &Login{Name: name}
	for i := 0; i < 6; i++ {
		login.Rights = append(login.Rights, fmt.Sprintf("may read shelf %d of %s", i, name))
	}
	l.kept.Put(name, login)
	if _, found := l.kept.Get(fmt.Sprintf("person-%08d@example.org", n/2)); found {
		l.seen++
	}
}

// Sweep lets go of old logins.
func (l *Logins) Sweep() { l.kept.Sweep() }
