// Package objects answers for objects.
package objects

import (
	"fmt"
	"net/http"

	"git.warehouse.example/gateway/objectgate/meta"
)

type origin struct {
	address string
	agent   string
	marks   [80]uint64
}

// Gateway is an http.Handler.
type Gateway struct{ scope *meta.Scope }

// NewGateway works within scope.
func NewGateway(scope *meta.Scope) *Gateway { return &Gateway{scope: scope} }

// ServeHTTP answers one request.
func (g *Gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) { g.Head(w, r) }

// Head tells the size of an object.
func (g *Gateway) Head(w http.ResponseWriter, r *http.Request) {
	scope := g.scope.With("origin", caller(r))
	from := scope.Value("origin").(*origin)
	fmt.Fprintln(w, len(r.URL.Path), len(from.agent))
}

func caller(r *http.Request) *origin {
	return &origin{address: r.RemoteAddr, agent: r.UserAgent()}
}
