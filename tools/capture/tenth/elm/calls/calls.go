// Package calls takes calls.
package calls

import (
	"fmt"
	"net/http"
	"time"

	"go.elm.example/fn/elm/placer"
)

// Front answers over HTTP.
type Front struct{ pool *placer.Pool }

// New places calls in a pool.
func New(pool *placer.Pool) *Front { return &Front{pool: pool} }

// ServeHTTP places a call and reports its end.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	runner := f.pool.Place(r.URL.Path)
	time.Sleep(15 * time.Millisecond)
	f.pool.Report(runner)
	fmt.Fprintln(w, runner)
}
