// Package acl matches requests with rules.
package acl

import (
	"fmt"
	"strings"

	"go.chert.example/auth/chert/product"
)

// List has rules.
type List struct{ rules map[string]bool }

// New has one for every tenth account.
func New() *List {
	l := &List{rules: make(map[string]bool)}
	for i := 0; i < 2000; i += 10 {
		l.rules[fmt.Sprintf("account-%d/library/pull", i)] = true
	}
	return l
}

// Match finds the rule for request n.
func (l *List) Match(n int) bool {
	accounts := []string{fmt.Sprintf("account-%d", n%2000), "group-staff"}
	spaces := []string{"library", "mirror", "scratch"}
	for combination := range product.Iter(accounts, spaces, []string{"push", "pull", "delete"}) {
		if l.rules[strings.Join(combination, "/")] {
			return true
		}
	}
	return false
}
