// Package traffic is what is measured.
package traffic

import (
	"fmt"

	"go.kapok.example/gauge/kapok/measure"
)

var methods = [4]string{"GET", "PUT", "POST", "DELETE"}

// Traffic has routes, each further one more rare.
type Traffic struct{ vector *measure.Vector }

// New measures by a vector.
func New(v *measure.Vector) *Traffic { return &Traffic{vector: v} }

// Request is number n; new routes come thirty-four a second until all are known.
func (t *Traffic) Request(n int) {
	known := min(n/6+20, 2400)
	number := n * 7919 % known
	if n%6 == 0 {
		number = known - 1
	}
	t.vector.With(fmt.Sprintf("/route/%d", number/4), methods[number%4]).Observe(float64(n % 900))
}
