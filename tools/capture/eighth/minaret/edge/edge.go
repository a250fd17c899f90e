// Package edge answers.
package edge

import (
	"fmt"
	"log"
	"net/http"

	"go.slateworks.example/frame/warm"

	"go.minaret.example/edge/minaret/gauge"
)

// Edge counts what it answers.
type Edge struct {
	gauge *gauge.Gauge
	table *warm.Table
}

// New answers from a table.
func New(gauge *gauge.Gauge, table *warm.Table) *Edge { return &Edge{gauge: gauge, table: table} }

// ServeHTTP answers one request.
func (e *Edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer e.gauge.Count(r.URL.Path, http.StatusOK)
	if _, err := fmt.Fprintln(w, e.table.Row(len(r.URL.Path)*97%4000).Name); err != nil {
		log.Print(err)
	}
}
