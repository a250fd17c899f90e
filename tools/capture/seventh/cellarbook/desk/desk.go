// Package desk answers searches.
package desk

import (
	"encoding/json"
	"log"
	"net/http"

	"git.vintners.example/stock/cellarbook/cellar"
)

// Desk answers /find.
type Desk struct{ cellar *cellar.Cellar }

// New searches in c.
func New(c *cellar.Cellar) *Desk { return &Desk{cellar: c} }

// ServeHTTP takes the query as the filter.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	filter := cellar.Filter{}
	for name, values := range r.URL.Query() {
		filter[name] = values[0]
	}
	bottles, err := d.cellar.Find(r.Context(), filter)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := json.NewEncoder(w).Encode(bottles); err != nil {
		log.Print(err)
	}
}
