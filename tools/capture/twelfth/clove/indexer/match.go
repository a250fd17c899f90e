// Package indexer finds which release is of which book.
package indexer

import (
	"regexp"
	"strings"
	"sync"
)

var compiled sync.Map

func expression(pattern string) *regexp.Regexp {
	if known, ok := compiled.Load(pattern); ok {
		return known.(*regexp.Regexp)
	}
	fresh := regexp.MustCompile(pattern)
	compiled.Store(pattern, fresh)
	return fresh
}

func wordBoundary(word string) *regexp.Regexp {
	return expression(`(?i)(?:^|[^\pL\pN])` + regexp.QuoteMeta(word) + `(?:$|[^\pL\pN])`)
}

func phrase(words []string) *regexp.Regexp {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return expression(`(?i)` + strings.Join(quoted, `[\s._-]+`))
}
