// Package atlas has places.
package atlas

import (
	"fmt"
	"sync"
	"time"
)

// Place is on a sheet.
type Place struct {
	Name  string
	Sheet int
	Lines [40]int32
}

// Index has places by number.
type Index struct {
	mu     sync.RWMutex
	places map[int]*Place
	edits  int
}

// New has n places.
func New(n int) *Index {
	i := &Index{places: make(map[int]*Place, n)}
	for p := 0; p < n; p++ {
		i.places[p] = &Place{Name: fmt.Sprint("place ", p), Sheet: p / 40}
	}
	return i
}

// Find returns a place; one who looks stays for a moment.
func (i *Index) Find(n int) *Place {
	i.mu.RLock()
	defer i.mu.RUnlock()
	time.Sleep(time.Duration(10+n%60) * time.Millisecond)
	return i.places[n%len(i.places)]
}

// Redraw draws all places anew, which takes so long.
func (i *Index) Redraw(takes time.Duration) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.edits++
	for n, p := range i.places {
		fresh := *p
		fresh.Sheet = (n + i.edits) / 40
		i.places[n] = &fresh
	}
	time.Sleep(takes)
}
