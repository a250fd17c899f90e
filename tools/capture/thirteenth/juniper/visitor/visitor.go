// Package visitor are who calls.
package visitor

import "strings"

// Answers says whether visitor n takes an offer.
func Answers(n int, offer string) bool {
	return strings.Contains(offer, "candidate") && n%4 != 1
}
