// Package feed tells what is new.
package feed

import (
	"fmt"
	"net/http"
	"sync"
)

// Feed has those who read it.
type Feed struct {
	mu   sync.Mutex
	outs map[chan int]struct{}
}

// New has none.
func New() *Feed { return &Feed{outs: make(map[chan int]struct{})} }

// Publish tells all that n is new.
func (f *Feed) Publish(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for out := range f.outs {
		select {
		case out <- n:
		default:
		}
	}
}

func (f *Feed) join() chan int {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := make(chan int, 4)
	f.outs[out] = struct{}{}
	return out
}

func (f *Feed) leave(out chan int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.outs, out)
}

// ServeHTTP streams until the reader goes.
func (f *Feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	out := f.join()
	defer f.leave(out)
	control := http.NewResponseController(w)
	for {
		select {
		case n := <-out:
			fmt.Fprintf(w, "data: %d\n\n", n)
			if control.Flush() != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}
