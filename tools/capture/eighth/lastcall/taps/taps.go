// Package taps pours slowly.
package taps

import (
	"fmt"
	"net/http"
	"time"
)

// Taps pour one glass a second.
type Taps struct{ glass []byte }

// New has one kind of glass.
func New() *Taps { return &Taps{glass: make([]byte, 512)} }

// ServeHTTP pours as many glasses as the path says.
func (t *Taps) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var glasses int
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &glasses); err != nil {
		http.NotFound(w, r)
		return
	}
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	for ; glasses > 0; glasses-- {
		if _, err := w.Write(t.glass); err != nil {
			return
		}
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		select {
		case <-clock.C:
		case <-r.Context().Done():
			return
		}
	}
}
