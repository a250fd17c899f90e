// Package rules is patterns by number, compiled when they are needed.
package rules

import (
	"fmt"
	"regexp"
	"sync"
)

// Rules has a fixed number of patterns.
type Rules struct {
	count    int
	compiled sync.Map // of *regexp.Regexp by number
}

// New has so many.
func New(count int) *Rules { return &Rules{count: count} }

func pattern(n int) string {
	return fmt.Sprintf(`(?i)\b(term|word|phrase)[ -]?%d(s|es)?\b|(%x|%o){2,4}[aeiou]*\d+`, n, n, n)
}

// Get returns the pattern of a number.
func (r *Rules) Get(n int) *regexp.Regexp {
	n %= r.count
	if known, ok := r.compiled.Load(n); ok {
		return known.(*regexp.Regexp)
	}
	known, _ := r.compiled.LoadOrStore(n, regexp.MustCompile(pattern(n)))
	return known.(*regexp.Regexp)
}
