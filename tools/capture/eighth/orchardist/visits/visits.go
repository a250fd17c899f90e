// Package visits knows who is here.
package visits

import (
	"net/http"
	"sync"
	"time"
)

// Visit is somebody who is here.
type Visit struct {
	number  uint64
	since   time.Time
	header  http.Header
	basket  []string
	history [40]int64
}

// Book has the visits that have not ended.
type Book struct {
	mu   sync.Mutex
	last uint64
	open map[uint64]*Visit
}

// New is empty.
func New() *Book { return &Book{open: make(map[uint64]*Visit)} }

// Open begins a visit.
func (b *Book) Open(r *http.Request) *Visit {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last++
	v := newVisit(b.last, r)
	b.open[v.number] = v
	return v
}

func newVisit(number uint64, r *http.Request) *Visit {
	return &Visit{number: number, since: time.Now(), header: r.Header.Clone(), basket: make([]string, 0, 32)}
}

// End ends a visit.
func (b *Book) End(v *Visit) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.open, v.number)
}
