// Package board has columns of notices.
package board

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

type column struct {
	notice int
	fresh  chan struct{} // closed when there is a new notice
}

// Board has columns.
type Board struct {
	mu      sync.Mutex
	columns []column
}

// New has n columns.
func New(n int) *Board {
	b := &Board{columns: make([]column, n)}
	for i := range b.columns {
		b.columns[i].fresh = make(chan struct{})
	}
	return b
}

// Pin puts a notice up and wakes who waits for it.
func (b *Board) Pin(at, notice int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := &b.columns[at]
	close(c.fresh)
	c.notice, c.fresh = notice, make(chan struct{})
}

// Wait answers when a column has a new notice, or after forty seconds.
func (b *Board) Wait(w http.ResponseWriter, r *http.Request) {
	at, err := strconv.Atoi(r.URL.Query().Get("column"))
	if err != nil || at < 0 || at >= len(b.columns) {
		http.Error(w, "no such column", http.StatusBadRequest)
		return
	}
	b.mu.Lock()
	fresh := b.columns[at].fresh
	b.mu.Unlock()
	patience := time.NewTimer(40 * time.Second)
	defer patience.Stop()
	select {
	case <-fresh:
		b.mu.Lock()
		defer b.mu.Unlock()
		fmt.Fprintln(w, b.columns[at].notice)
	case <-patience.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}
