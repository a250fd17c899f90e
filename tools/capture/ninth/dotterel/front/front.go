// Package front shows what tables say.
package front

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"go.dotterel.example/report/dotterel/tables"
)

// Front asks tables.
type Front struct {
	ctx    context.Context
	tables *tables.Tables
}

// New asks t as long as ctx goes on.
func New(ctx context.Context, t *tables.Tables) *Front { return &Front{ctx: ctx, tables: t} }

// ServeHTTP shows one table. A report goes on when its reader has left.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	kind, rest, found := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	var n int
	if _, err := fmt.Sscanf(rest, "%d", &n); err != nil || !found {
		http.NotFound(w, r)
		return
	}
	text, err := f.tables.Query(f.ctx, kind, n)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, text)
}
