// Package box has boxes in which there is news now and then.
package box

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

const patience = 50 * time.Second

// Boxes are numbered.
type Boxes struct {
	mu    sync.Mutex
	boxes []state
}

type state struct {
	news    int
	changed chan struct{}
}

// New has n boxes.
func New(n int) *Boxes {
	b := &Boxes{boxes: make([]state, n)}
	for i := range b.boxes {
		b.boxes[i].changed = make(chan struct{})
	}
	return b
}

// Put puts news into a box, and tells all who wait at it.
func (b *Boxes) Put(number, news int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	box := &b.boxes[number]
	box.news = news
	close(box.changed)
	box.changed = make(chan struct{})
}

// ServeHTTP answers when there is news, or when patience ends.
func (b *Boxes) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil || number < 0 || number >= len(b.boxes) {
		http.NotFound(w, r)
		return
	}
	b.mu.Lock()
	changed := b.boxes[number].changed
	b.mu.Unlock()
	clock := time.NewTimer(patience)
	defer clock.Stop()
	select {
	case <-changed:
		b.mu.Lock()
		defer b.mu.Unlock()
		fmt.Fprintln(w, b.boxes[number].news)
	case <-clock.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}
