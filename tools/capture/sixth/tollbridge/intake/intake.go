// Package intake takes requests.
package intake

import (
	"fmt"
	"net/http"

	"git.causeway.example/edge/tollbridge/backfill"
)

// Desk takes /subscriber/edition.
type Desk struct{ start func(*backfill.Request) error }

// NewDesk hands what comes to b.
func NewDesk(b *backfill.Backfiller) *Desk { return &Desk{start: b.Start} }

// Path is what a caller asks for.
func (d *Desk) Path(caller, turn int) string { return fmt.Sprintf("/%d/%d", caller*100+turn%100, turn) }

// ServeHTTP answers at once: the work comes later, or somebody else has to do it.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked backfill.Request
	if _, err := fmt.Sscanf(r.URL.Path, "/%d/%d", &asked.Subscriber, &asked.Edition); err != nil {
		http.NotFound(w, r)
		return
	}
	if err := d.start(&asked); err != nil {
		w.Header().Set("Retry-After", "60")
		http.Error(w, err.Error(), http.StatusTooManyRequests)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}
