// Package coin knows coins.
package coin

import (
	"fmt"
	"net/http"
	"time"
)

// Handler weighs a coin.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		weighing := time.NewTimer(30 * time.Millisecond)
		defer weighing.Stop()
		select {
		case <-weighing.C:
			fmt.Fprintf(w, "%d pence", len(r.URL.RawQuery)*12)
		case <-r.Context().Done():
			http.Error(w, "closing", http.StatusServiceUnavailable)
		}
	})
}
