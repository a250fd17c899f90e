// Package supplier is sometimes slow.
package supplier

import (
	"fmt"
	"net/http"
	"time"
)

// Supplier quotes.
type Supplier struct{ number int }

// New is one of several.
func New(number int) *Supplier { return &Supplier{number: number} }

// ServeHTTP answers one request in five only after half a second.
func (s *Supplier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	pause := 10 * time.Millisecond
	if len(r.URL.Path) > 1 && int(r.URL.Path[len(r.URL.Path)-1]+byte(s.number))%5 == 0 {
		pause = 500 * time.Millisecond
	}
	slow := time.NewTimer(pause)
	defer slow.Stop()
	select {
	case <-slow.C:
		fmt.Fprintf(w, "%s costs %d", r.URL.Path, s.number)
	case <-r.Context().Done():
	}
}
