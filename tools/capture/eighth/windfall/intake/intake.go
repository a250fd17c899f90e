// Package intake is where orders come in.
package intake

import (
	"fmt"
	"log"
	"net/http"
	"strings"

	"go.slateworks.example/frame/warm"

	"go.windfall.example/orders/windfall/audit"
)

// Intake checks orders.
type Intake struct {
	trail *audit.Trail
	goods *warm.Table
}

// New checks against a table of goods.
func New(trail *audit.Trail, goods *warm.Table) *Intake { return &Intake{trail: trail, goods: goods} }

// ServeHTTP takes an order; large ones are followed.
func (i *Intake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var caller, turn int
	if _, err := fmt.Sscanf(strings.ReplaceAll(r.URL.Path, "/", " "), "%d %d", &caller, &turn); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if caller%4 == 1 {
		i.trail.Follow(r.Context(), r.URL.Path).Step("taken")
	}
	if _, err := fmt.Fprintln(w, i.goods.Row(caller%6000).Name); err != nil {
		log.Print(err)
	}
}
