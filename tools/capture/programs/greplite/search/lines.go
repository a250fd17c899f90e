// Package search finds words in lines.
package search

import (
	"fmt"
	"regexp"
)

// Lines counts the lines that have the word.
func Lines(word string, n int) int {
	hits := 0
	for i := 0; i < n; i++ {
		if pattern(word).MatchString(fmt.Sprintf("line %d has w%d and more", i, i%9)) {
			hits++
		}
	}
	return hits
}

func pattern(word string) *regexp.Regexp { return regexp.MustCompile(`\b(` + word + `)\b`) }
