// Package front writes samples as text.
package front

import (
	"fmt"
	"net/http"

	"go.aspen.example/probe/aspen/scrape"
)

// Front answers over HTTP.
type Front struct{ collector *scrape.Collector }

// New asks c.
func New(c *scrape.Collector) *Front { return &Front{collector: c} }

// ServeHTTP writes all samples of now.
func (f *Front) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	for _, s := range f.collector.Collect() {
		fmt.Fprintf(w, "%s %g\n", s.Name, s.Value)
	}
}
