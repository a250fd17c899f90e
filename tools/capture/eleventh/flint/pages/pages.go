// Package pages answers clients.
package pages

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"go.flint.example/edge/flint/flight"
	"go.flint.example/edge/flint/origin"
)

// Pages come from an origin.
type Pages struct {
	flights *flight.Group
	origin  *origin.Origin
}

// New asks an origin.
func New(o *origin.Origin) *Pages { return &Pages{flights: flight.New(), origin: o} }

// ServeHTTP answers within three seconds.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	page, err := p.Get(ctx, r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	fmt.Fprintln(w, page)
}

// Get loads a page unless it takes too long.
func (p *Pages) Get(ctx context.Context, path string) (string, error) {
	result := make(chan string, 1)
	go func() { result <- p.load(path) }()
	select {
	case page := <-result:
		return page, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (p *Pages) load(path string) string {
	page, _ := p.flights.Do(path, func() any { return p.origin.Load(path) }).(string)
	return page
}
