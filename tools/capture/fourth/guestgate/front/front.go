// Package front is what guests see.
package front

import (
	"fmt"
	"net/http"

	"git.turnpike.example/edge/guestgate/throttle"
)

// Handler greets those whom the gate admits.
func Handler(gate *throttle.Gate) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !gate.Admit(r.URL.Query().Get("key")) {
			http.Error(w, "later", http.StatusTooManyRequests)
			return
		}
		fmt.Fprintln(w, "welcome")
	})
}
