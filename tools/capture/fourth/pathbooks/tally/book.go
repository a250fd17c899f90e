// Package tally publishes how often and how long.
package tally

import (
	"expvar"
	"net/http"
	"sync"
	"time"
)

// Book has a page of counters for each path.
type Book struct {
	mu    sync.Mutex
	pages *expvar.Map
}

// New publishes an empty book.
func New(name string) *Book { return &Book{pages: expvar.NewMap(name)} }

// Note counts one call.
func (b *Book) Note(path string, took time.Duration) {
	page := b.page(path)
	page.Add("calls", 1)
	page.Add("microseconds", took.Microseconds())
	if took > 50*time.Millisecond {
		page.Add("slow", 1)
	}
}

func (b *Book) page(path string) *expvar.Map {
	b.mu.Lock()
	defer b.mu.Unlock()
	if page, ok := b.pages.Get(path).(*expvar.Map); ok {
		return page
	}
	page := new(expvar.Map)
	b.pages.Set(path, page)
	return page
}

// Counted notes each call of next.
func Counted(b *Book, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		next.ServeHTTP(w, r)
		b.Note(r.URL.Path, time.Since(began))
	})
}
