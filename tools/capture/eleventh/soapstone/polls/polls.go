// Package polls answers who waits.
package polls

import (
	"fmt"
	"net/http"

	"go.soapstone.example/vote/soapstone/votes"
)

// Polls wait for votes.
type Polls struct{ votes *votes.Votes }

// New waits for v.
func New(v *votes.Votes) *Polls { return &Polls{votes: v} }

// ServeHTTP answers with the next revision.
func (p *Polls) ServeHTTP(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, p.votes.Next()) }
