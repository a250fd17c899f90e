// Package press squeezes.
package press

import (
	"sort"
	"strings"
)

// Squeeze returns how much comes out.
func Squeeze(what string) int {
	parts := strings.Split(strings.Repeat(what+"/", 120), "/")
	sort.Strings(parts)
	seen := make(map[string]int)
	for _, part := range parts {
		seen[part+what]++
	}
	return len(seen) * len(parts)
}
