// Package gather asks all suppliers.
package gather

import (
	"context"
	"fmt"
	"net/http"
	"sync"

	"go.fir.example/quotes/fir/supplier"
)

type group struct {
	wait   sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
}

func (g *group) run(work func() error) {
	g.wait.Add(1)
	go func() {
		defer g.wait.Done()
		if err := work(); err != nil {
			g.once.Do(func() { g.err = err; g.cancel() })
		}
	}()
}

// Desk answers over HTTP.
type Desk struct{ suppliers []supplier.Supplier }

// New asks these.
func New(suppliers []supplier.Supplier) *Desk { return &Desk{suppliers: suppliers} }

// ServeHTTP answers with the best quote.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	g := &group{cancel: cancel}
	quotes := make([]float64, len(d.suppliers))
	item := r.FormValue("item")
	for i, s := range d.suppliers {
		i, s := i, s
		g.run(func() (err error) {
			quotes[i], err = s.Quote(ctx, item)
			return err
		})
	}
	g.wait.Wait()
	if g.err != nil {
		http.Error(w, g.err.Error(), http.StatusBadGateway)
		return
	}
	best := quotes[0]
	for _, q := range quotes {
		best = min(best, q)
	}
	fmt.Fprintln(w, best)
}
