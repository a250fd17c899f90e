// Package till takes money.
package till

import (
	"fmt"
	"net/http"
	"time"

	"git.wickerwork.example/shop/basketry/lease"
)

// Till pays one basket at a time.
type Till struct{ keeper *lease.Keeper }

// New holds each basket with a lease of keeper's while it is paid.
func New(keeper *lease.Keeper) *Till { return &Till{keeper: keeper} }

// ServeHTTP pays the basket of the request.
func (t *Till) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	held, err := t.keeper.Hold(r.URL.Query().Get("basket"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	defer held.Release()
	time.Sleep(1300 * time.Millisecond)
	fmt.Fprintln(w, "paid")
}
