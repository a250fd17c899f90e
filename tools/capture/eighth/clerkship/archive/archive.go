// Package archive has files far away.
package archive

import (
	"fmt"
	"log"
	"net/http"
	"strings"
	"time"

	"go.clerkship.example/desk/clerkship/shared"
)

// Archive fetches.
type Archive struct {
	flights *shared.Flights
	far     time.Duration
}

// New is so far away.
func New(flights *shared.Flights, far time.Duration) *Archive {
	return &Archive{flights: flights, far: far}
}

// ServeHTTP fetches one of ten files.
func (a *Archive) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var caller, turn int
	if _, err := fmt.Sscanf(strings.ReplaceAll(r.URL.Path, "/", " "), "%d %d", &caller, &turn); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	file := (caller + turn) % 10
	text := a.flights.Do(file, func() []byte { return a.fetch(file) })
	if _, err := w.Write(text); err != nil {
		log.Print(err)
	}
}

func (a *Archive) fetch(file int) []byte {
	time.Sleep(a.far)
	return make([]byte, 2000+file)
}
