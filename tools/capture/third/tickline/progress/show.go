// Package progress shows how far orders are.
package progress

import (
	"fmt"
	"net/http"
	"time"
)

// order moves on with a clock of its own.
type order struct {
	clock *time.Ticker
	step  int
	lines [64]string
}

// Show writes the first three steps of an order.
func Show(w http.ResponseWriter, r *http.Request) {
	o := &order{clock: time.NewTicker(15 * time.Millisecond)}
	for o.step < 3 {
		select {
		case <-o.clock.C:
			o.lines[o.step] = r.URL.Path
			o.step++
			fmt.Fprintf(w, "%s: step %d\n", r.URL.Path, o.step)
		case <-r.Context().Done():
			return
		}
	}
}
