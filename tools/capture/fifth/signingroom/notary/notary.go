// Package notary signs.
package notary

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

// Notary is busy with every fifth paper.
type Notary struct {
	Busy   string
	papers int64
}

// ServeHTTP signs a paper.
func (n *Notary) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if atomic.AddInt64(&n.papers, 1)%5 == 0 {
		w.WriteHeader(http.StatusTooManyRequests)
		fmt.Fprint(w, n.Busy)
		return
	}
	fmt.Fprintln(w, "signed")
}
