// Package desk takes requests for steps.
package desk

import (
	"fmt"
	"net/http"
	"strconv"

	"go.alder.example/exec/alder/runner"
)

// Desk answers over HTTP.
type Desk struct{ runner *runner.Runner }

// New gives steps to r.
func New(r *runner.Runner) *Desk { return &Desk{runner: r} }

// ServeHTTP runs one step.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	turn, err := strconv.Atoi(r.FormValue("turn"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := d.runner.Execute(runner.Step{Host: r.FormValue("host"), Turn: turn}); err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	fmt.Fprintln(w, "ok")
}
