// Package calls answers.
package calls

import (
	"math/rand"
	"time"
)

var methods = []string{"Export", "List", "Watch", "Put"}

// Method names the n-th call's method.
func Method(n int) string { return methods[n%len(methods)] }

// Answer answers one call.
func Answer(n int) (took time.Duration, result string) {
	took = time.Duration(rand.ExpFloat64() * float64(4*time.Millisecond))
	time.Sleep(took)
	if n%70 == 0 {
		return took, "refused"
	}
	return took, "ok"
}
