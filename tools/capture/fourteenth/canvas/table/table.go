// Package table has ways by where they lead, and is replaced as a whole.
package table

import (
	"fmt"
	"sync/atomic"
)

// Way is one.
type Way struct {
	To    string
	By    []string
	Miles float64
}

type ways struct {
	edition int
	by      map[string]*Way
}

// Ways are those of the newest edition.
type Ways struct{ now atomic.Pointer[ways] }

// Load replaces all by n ways of an edition.
func (w *Ways) Load(n, edition int) {
	next := &ways{edition, make(map[string]*Way, n)}
	for i := 0; i < n; i++ {
		to := fmt.Sprintf("place-%06d", i)
		next.by[to] = &Way{To: to, By: []string{fmt.Sprint("road ", i%311), fmt.Sprint("bridge ", i%97)}, Miles: float64(i%7919) / 10}
	}
	w.now.Store(next)
}

// To is the way to a place.
func (w *Ways) To(place string) (*Way, bool) {
	way, ok := w.now.Load().by[place]
	return way, ok
}
