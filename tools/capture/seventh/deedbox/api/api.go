// Package api is the HTTP side.
package api

import (
	"fmt"
	"net/http"

	"go.notarial.example/identity/deedbox/entities"
)

// API serves /create/N, /merge/N/M and /entity/N.
type API struct{ store *entities.Store }

// New serves store.
func New(store *entities.Store) *API { return &API{store: store} }

// ServeHTTP tells the calls apart.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var one, other int
	if n, _ := fmt.Sscanf(r.URL.Path, "/create/%d", &one); n == 1 {
		a.store.Create(one)
	} else if n, _ := fmt.Sscanf(r.URL.Path, "/merge/%d/%d", &one, &other); n == 2 {
		a.store.Merge(one, other)
	} else if n, _ := fmt.Sscanf(r.URL.Path, "/entity/%d", &one); n == 1 {
		fmt.Fprintln(w, a.store.Lookup(one))
	} else {
		http.NotFound(w, r)
	}
}
