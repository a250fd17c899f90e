// Package match looks for words.
package match

import (
	"regexp"
	"sync"
)

// Filters has the expressions used so far.
type Filters struct {
	mu    sync.RWMutex
	known map[string]*regexp.Regexp
}

// NewFilters knows no expression.
func NewFilters() *Filters { return &Filters{known: map[string]*regexp.Regexp{}} }

// Match reports whether a word is in the text.
func (f *Filters) Match(word, text string) bool {
	return f.compiled(`(?i)\b` + regexp.QuoteMeta(word) + `(s|es)?\b`).MatchString(text)
}

func (f *Filters) compiled(pattern string) *regexp.Regexp {
	f.mu.RLock()
	expression, ok := f.known[pattern]
	f.mu.RUnlock()
	if ok {
		return expression
	}
	expression = regexp.MustCompile(pattern)
	f.mu.Lock()
	f.known[pattern] = expression
	f.mu.Unlock()
	return expression
}
