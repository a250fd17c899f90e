// Package publisher is the other end.
package publisher

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// New publishes feeds; of every fourth it wants to know who asks.
func New() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var number int
		if _, err := fmt.Sscanf(r.URL.Path, "/feed/%d", &number); err != nil {
			http.NotFound(w, r)
			return
		}
		if number%4 == 3 {
			http.Error(w, strings.Repeat("a pass is needed for this feed; ", 300), http.StatusUnauthorized)
			return
		}
		for n := 0; r.Context().Err() == nil; n++ {
			fmt.Fprintf(w, "id: %d\ndata: feed %d\n\n", n, number)
			w.(http.Flusher).Flush()
			time.Sleep(700 * time.Millisecond)
		}
	})
}
