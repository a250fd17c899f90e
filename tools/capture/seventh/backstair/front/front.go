// Package front is the HTTP side.
package front

import (
	"fmt"
	"net/http"
	"strconv"

	"code.manorhall.example/graphs/backstair/deltas"
)

// Front answers /query.
type Front struct{ engine *deltas.Engine }

// New asks engine.
func New(engine *deltas.Engine) *Front { return &Front{engine: engine} }

// ServeHTTP reads from, to and step.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var numbers [3]int
	for i, name := range []string{"from", "to", "step"} {
		n, err := strconv.Atoi(r.URL.Query().Get(name))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		numbers[i] = n
	}
	for _, point := range f.engine.Fetch(numbers[0], numbers[1], numbers[2]) {
		fmt.Fprintf(w, "%.4f\n", point)
	}
}
