// Package seats knows which seats are free.
package seats

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"time"
)

type office struct{ db *sql.DB }

// New asks a database.
func New(db *sql.DB) http.Handler { return &office{db} }

func (o *office) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	free, err := o.free(ctx, r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, free)
}

func (o *office) free(ctx context.Context, row string) (int, error) {
	found, err := o.db.QueryContext(ctx, "SELECT id, name FROM seats WHERE row = ? SLEEP(220) LIMIT 12", row)
	if err != nil {
		return 0, err
	}
	defer found.Close()
	n := 0
	for found.Next() {
		var id int
		var name string
		if err := found.Scan(&id, &name); err != nil {
			return 0, err
		}
		n++
	}
	return n, found.Err()
}
