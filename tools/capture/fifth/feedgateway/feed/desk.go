// Package feed tells readers of a topic what is new in it.
package feed

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

const longest = 3 * time.Minute // a reader comes again after that, perhaps elsewhere

// Desk has topics and their readers.
type Desk struct {
	mu     sync.Mutex
	topics []map[chan string]struct{}
}

// NewDesk has n topics.
func NewDesk(n int) *Desk {
	d := &Desk{topics: make([]map[chan string]struct{}, n)}
	for i := range d.topics {
		d.topics[i] = make(map[chan string]struct{})
	}
	return d
}

// Publish has news for the topic whose turn it is; a reader who is behind misses them.
func (d *Desk) Publish(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for reader := range d.topics[n%len(d.topics)] {
		select {
		case reader <- fmt.Sprintf("edition %d", n):
		default:
		}
	}
}

func (d *Desk) join(topic int) (<-chan string, func()) {
	reader := make(chan string, 4)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.topics[topic][reader] = struct{}{}
	return reader, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.topics[topic], reader)
	}
}

// ServeHTTP streams the topic /N.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	topic, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/"))
	flusher, ok := w.(http.Flusher)
	if err != nil || !ok || topic < 0 || topic >= len(d.topics) {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	flusher.Flush()
	news, leave := d.join(topic)
	defer leave()
	d.stream(r, w, flusher, news)
}

func (d *Desk) stream(r *http.Request, w http.ResponseWriter, flusher http.Flusher, news <-chan string) {
	end := time.NewTimer(longest)
	defer end.Stop()
	for {
		select {
		case item := <-news:
			if _, err := fmt.Fprintf(w, "data: %s\n\n", item); err != nil {
				return
			}
			flusher.Flush()
		case <-end.C:
			return
		case <-r.Context().Done():
			return
		}
	}
}
