// Package portal is what a house offers.
package portal

import (
	"fmt"
	"net/http"
)

// Handler tells free rooms.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%d rooms for %s", len(r.URL.RawQuery)%7, r.Header.Get("Authorization"))
	})
}
