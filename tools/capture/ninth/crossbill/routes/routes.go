// Package routes chooses the handler for a path.
package routes

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"go.crossbill.example/gateway/crossbill/quota"
)

// Routes are those of the last configuration.
type Routes struct {
	ctx context.Context

	mu     sync.RWMutex
	routes map[string]http.Handler
}

// New has none; all that is configured ends with ctx.
func New(ctx context.Context) *Routes { return &Routes{ctx: ctx} }

// Configure replaces all routes by n.
func (t *Routes) Configure(n, version int) {
	routes := make(map[string]http.Handler, n)
	for i := 0; i < n; i++ {
		routes[fmt.Sprint(i)] = quota.Around(t.ctx, 5, answer(version))
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.routes = routes
}

func answer(version int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(4 * time.Millisecond)
		fmt.Fprintf(w, "version %d: %s\n", version, r.URL.Path)
	})
}

// ServeHTTP passes on to the route of the first part.
func (t *Routes) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	t.mu.RLock()
	route, found := t.routes[first]
	t.mu.RUnlock()
	if !found {
		http.NotFound(w, r)
		return
	}
	route.ServeHTTP(w, r)
}
