// Package cast streams reports as server-sent events.
package cast

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Caster has readers.
type Caster struct {
	mu      sync.Mutex
	readers map[chan string]struct{}
}

// New is a caster without readers.
func New() *Caster { return &Caster{readers: make(map[chan string]struct{})} }

// Report tells all who read; who is slow misses a report.
func (c *Caster) Report(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for reports := range c.readers {
		select {
		case reports <- fmt.Sprintf("%d degrees, report %d", n%30, n):
		default:
		}
	}
}

// ServeHTTP streams until the reader goes.
func (c *Caster) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	reports := make(chan string, 3)
	c.mu.Lock()
	c.readers[reports] = struct{}{}
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.readers, reports)
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	alive := time.NewTicker(15 * time.Second)
	defer alive.Stop()
	for {
		select {
		case report := <-reports:
			fmt.Fprintf(w, "data: %s\n\n", report)
		case <-alive.C:
			fmt.Fprint(w, ": alive\n\n")
		case <-r.Context().Done():
			return
		}
		w.(http.Flusher).Flush()
	}
}
