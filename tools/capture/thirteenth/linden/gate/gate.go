// Package gate is where travellers come.
package gate

import (
	"io"
	"net/http"

	"git.turnpike.example/edge/linden/toll"
)

// Gate asks the toll.
type Gate struct{ toll *toll.Toll }

// New is a gate with a toll.
func New(t *toll.Toll) *Gate { return &Gate{toll: t} }

// ServeHTTP lets one pass or not.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !g.toll.Pass(r.Header.Get("X-Forwarded-For")) {
		http.Error(w, "not so fast", http.StatusTooManyRequests)
		return
	}
	_, _ = io.WriteString(w, "a good journey\n")
}
