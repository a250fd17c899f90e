// Package rounds visits sites one after the other.
package rounds

import (
	"context"
	"fmt"
	"sync"

	"survey.example/anise/grab"
)

const sites = 600

// Rounds remembers the last page of each site.
type Rounds struct {
	client *grab.Client
	base   string
	mu     sync.Mutex
	pages  map[int]*grab.Page
	failed int
}

// New goes to sites below a base.
func New(client *grab.Client, base string) *Rounds {
	return &Rounds{client: client, base: base, pages: make(map[int]*grab.Page)}
}

// Visit is visit n.
func (r *Rounds) Visit(ctx context.Context, n int) {
	site := n * 7 % sites
	page, err := r.client.Grab(ctx, fmt.Sprintf("%s/site/%d", r.base, site))
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		r.failed++
		return
	}
	r.pages[site] = page
}
