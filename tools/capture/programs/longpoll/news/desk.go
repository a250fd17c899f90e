// Package news hands out news.
package news

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Desk knows who waits for which topic.
type Desk struct {
	patience time.Duration
	mu       sync.Mutex
	waiting  map[int]map[chan int]bool
}

// NewDesk lets clients wait as long as patience.
func NewDesk(patience time.Duration) *Desk {
	return &Desk{patience: patience, waiting: map[int]map[chan int]bool{}}
}

// Publish tells all that wait for a topic.
func (d *Desk) Publish(topic int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for ch := range d.waiting[topic] {
		ch <- topic
	}
	delete(d.waiting, topic)
}

func (d *Desk) join(topic int) chan int {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.waiting[topic] == nil {
		d.waiting[topic] = map[chan int]bool{}
	}
	ch := make(chan int, 1)
	d.waiting[topic][ch] = true
	return ch
}

func (d *Desk) leave(topic int, ch chan int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.waiting[topic], ch)
}

// ServeHTTP waits for news of a topic.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	topic, err := strconv.Atoi(r.URL.Query().Get("topic"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	ch := d.join(topic)
	defer d.leave(topic, ch)
	timer := time.NewTimer(d.patience)
	defer timer.Stop()
	select {
	case n := <-ch:
		fmt.Fprintln(w, "news of", n)
	case <-timer.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}
