// Package topics tells listeners what happens in their topic.
package topics

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

type listener struct {
	topic  int
	events chan string
}

// Hub has listeners.
type Hub struct {
	mu  sync.Mutex
	all map[*listener]bool
}

// New has none.
func New() *Hub { return &Hub{all: make(map[*listener]bool)} }

// Publish tells the listeners of one topic in forty.
func (h *Hub) Publish(turn int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.all {
		if l.topic%40 == turn%3 {
			select {
			case l.events <- fmt.Sprint("event ", turn):
			default:
			}
		}
	}
}

// ServeHTTP is a stream.
func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streams", http.StatusNotImplemented)
		return
	}
	l := &listener{events: make(chan string, 8)}
	if _, err := fmt.Sscanf(r.URL.Path, "/%d", &l.topic); err != nil {
		http.NotFound(w, r)
		return
	}
	h.join(l)
	defer h.leave(l)
	comment := time.NewTicker(20 * time.Second)
	defer comment.Stop()
	for {
		var line string
		select {
		case event := <-l.events:
			line = "data: " + event
		case <-comment.C:
			line = ": still here"
		case <-r.Context().Done():
			return
		}
		if _, err := fmt.Fprint(w, line, "\n\n"); err != nil {
			return
		}
		flusher.Flush()
	}
}

func (h *Hub) join(l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all[l] = true
}

func (h *Hub) leave(l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.all, l)
}
