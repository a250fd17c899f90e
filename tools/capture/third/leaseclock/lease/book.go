// Package lease has what is lent and for how long.
package lease

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// lent is a secret in somebody's hands.
type lent struct {
	id     string
	until  time.Time
	secret [6 << 10]byte
	timer  *time.Timer
}

// Book has all that is lent.
type Book struct {
	mu    sync.Mutex
	term  time.Duration
	lent  map[string]*lent
	taken int
}

// NewBook lends for term.
func NewBook(term time.Duration) *Book { return &Book{term: term, lent: make(map[string]*lent)} }

// Renew lends the secret in the path, again if it is lent already.
func (b *Book) Renew(w http.ResponseWriter, r *http.Request) {
	l := &lent{id: r.URL.Path, until: time.Now().Add(b.term)}
	copy(l.secret[:], l.id)
	l.timer = time.AfterFunc(b.term, func() { b.expire(l) })
	b.mu.Lock()
	b.lent[l.id] = l
	b.mu.Unlock()
	fmt.Fprintln(w, l.until)
}

// expire takes a secret back, unless its lease is not the one it was.
func (b *Book) expire(l *lent) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lent[l.id] == l {
		delete(b.lent, l.id)
		b.taken++
	}
}
