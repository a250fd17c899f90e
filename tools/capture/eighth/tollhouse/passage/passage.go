// Package passage is carts that pass the gate.
package passage

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync/atomic"

	"go.slateworks.example/frame/warm"
)

type ticket struct {
	number  int64
	path    string
	paid    atomic.Bool
	journal [48]int64
}

// Gate takes tolls as long as the service lives.
type Gate struct {
	life   context.Context
	tariff *warm.Table
	passed atomic.Int64
	undone atomic.Int64
}

// New lives as long as ctx.
func New(ctx context.Context, tariff *warm.Table) *Gate { return &Gate{life: ctx, tariff: tariff} }

func newTicket(number int64, path string) *ticket { return &ticket{number: number, path: path} }

// ServeHTTP is one cart.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	toll := g.Pass(r.URL.Path)
	if _, err := fmt.Fprintln(w, toll); err != nil {
		log.Print(err)
	}
}

// Pass returns the toll. What was not paid when the service ends is counted as undone.
func (g *Gate) Pass(path string) string {
	t := newTicket(g.passed.Add(1), path)
	context.AfterFunc(g.life, func() {
		if !t.paid.Load() {
			g.undone.Add(1)
		}
	})
	row := g.tariff.Row(int(t.number % 8000))
	t.journal[t.number%48] = row.Ranks[0]
	t.paid.Store(true)
	return row.Name
}
