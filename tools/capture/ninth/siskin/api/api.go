// Package api is how services ask for executions.
package api

import (
	"fmt"
	"net/http"
	"time"

	"go.siskin.example/engine/siskin/engine"
)

// API asks an engine.
type API struct{ engine *engine.Engine }

// New asks e.
func New(e *engine.Engine) *API { return &API{engine: e} }

// ServeHTTP waits a second for an execution.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var number int
	if _, err := fmt.Sscanf(r.URL.Path, "/execute/%d", &number); err != nil {
		http.NotFound(w, r)
		return
	}
	outcome := make(chan string, 1)
	a.engine.Execute(number, func(text string) { outcome <- text })
	late := time.NewTimer(time.Second)
	defer late.Stop()
	select {
	case text := <-outcome:
		fmt.Fprintln(w, text)
	case <-late.C:
		w.WriteHeader(http.StatusAccepted)
	case <-r.Context().Done():
	}
}
