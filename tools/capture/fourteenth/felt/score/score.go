// Package score streams how games stand.
package score

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"time"

	"go.drapery.example/loom/start"
)

type board struct {
	mu    sync.Mutex
	goals int
	fans  map[chan string]bool
}

// New is a board that changes now and then.
func New(ctx context.Context) http.Handler {
	b := &board{fans: map[chan string]bool{}}
	start.Beat(ctx, 0.3, b.goal)
	return b
}

func (b *board) goal(int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.goals++
	for fan := range b.fans {
		select {
		case fan <- fmt.Sprint("goal ", b.goals):
		default:
		}
	}
}

func (b *board) enter() (chan string, func()) {
	fan := make(chan string, 4)
	b.mu.Lock()
	b.fans[fan] = true
	b.mu.Unlock()
	return fan, func() {
		b.mu.Lock()
		delete(b.fans, fan)
		b.mu.Unlock()
	}
}

// ServeHTTP streams goals, and a sign of life in between, while the fan is there.
func (b *board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fan, leave := b.enter()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	flusher := http.NewResponseController(w)
	alive := time.NewTicker(6 * time.Second)
	defer alive.Stop()
	for {
		select {
		case goal := <-fan:
			fmt.Fprintf(w, "data: %s\n\n", goal)
		case <-alive.C:
			fmt.Fprint(w, ": still there\n\n")
		case <-r.Context().Done():
			return
		}
		if flusher.Flush() != nil {
			return
		}
	}
}
