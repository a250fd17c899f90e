// Package grants lets somebody do something for a while.
package grants

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"sync"

	"time"

	"go.slateworks.example/frame/warm"
)

type grant struct {
	ctx    context.Context
	cancel context.CancelFunc
	path   string
	used   [24]int64
}

// Grants has the latest grant of each caller.
type Grants struct {
	life  context.Context
	table *warm.Table
	lasts time.Duration

	mu     sync.Mutex
	latest [512]*grant
	n      int
}

// New gives grants that last so long.
func New(life context.Context, table *warm.Table, lasts time.Duration) *Grants {
	return &Grants{life: life, table: table, lasts: lasts}
}

// ServeHTTP gives one.
func (g *Grants) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	given := &grant{path: r.URL.Path}
	given.ctx, given.cancel = context.WithTimeout(g.life, g.lasts)
	g.mu.Lock()
	g.latest[g.n%len(g.latest)] = given
	g.n++
	n := g.n
	g.mu.Unlock()
	until, _ := given.ctx.Deadline()
	if _, err := fmt.Fprintln(w, until.Unix(), g.table.Row(n%5000).Name); err != nil {
		log.Print(err)
	}
}
