// Package team is who is scored.
package team

import (
	"fmt"
	"net/http"
)

// Site is a team's.
type Site struct{}

// ServeHTTP welcomes.
func (Site) ServeHTTP(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "welcome") }
