// Package counter hands out tiles.
package counter

import (
	"log"
	"net/http"
	"strconv"

	"git.cartograph.example/maps/tileserver/mapped"
)

// Counter serves an atlas.
type Counter struct{ atlas *mapped.Atlas }

// New serves atlas.
func New(atlas *mapped.Atlas) *Counter { return &Counter{atlas: atlas} }

// ServeHTTP serves the tile of the parameter n.
func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 0 || n >= c.atlas.Tiles() {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	if _, err := w.Write(c.atlas.Tile(n)); err != nil {
		log.Print(err)
	}
}
