// Package origin makes pages, a few at a time.
package origin

import (
	"context"
	"time"
)

type job struct {
	path   string
	number int
	answer chan string
}

// Origin has workers.
type Origin struct {
	jobs   chan job
	closed <-chan struct{}
	begun  time.Time
	lost   bool
}

// New has n workers.
func New(ctx context.Context, n int) *Origin {
	o := &Origin{jobs: make(chan job), closed: ctx.Done(), begun: time.Now()}
	for i := 0; i < n; i++ {
		go o.work()
	}
	return o
}

func (o *Origin) work() {
	for j := range o.jobs {
		time.Sleep(350 * time.Millisecond)
		if j.path == "/ready" && !o.lost && time.Since(o.begun) > 20*time.Second {
			o.lost = true
			continue
		}
		j.answer <- "page of " + j.path
	}
}

// Load makes a page.
func (o *Origin) Load(path string) string {
	j := job{path: path, answer: make(chan string, 1)}
	select {
	case o.jobs <- j:
	case <-o.closed:
		return ""
	}
	select {
	case page := <-j.answer:
		return page
	case <-o.closed:
		return ""
	}
}
