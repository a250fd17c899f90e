// Package wire has results and who wants them.
package wire

import (
	"fmt"
	"log"

	"github.com/docker/go-events"

	"go.arbor.example/shed/keep"
)

// Result is one of a race.
type Result struct {
	Number int
	Race   string
	Text   string
}

// Wire has its subscribers.
type Wire struct{ all *events.Broadcaster }

// New has none yet.
func New() *Wire { return &Wire{all: events.NewBroadcaster()} }

// Subscribe gives a sink a queue of its own.
func (w *Wire) Subscribe(sink events.Sink) {
	if err := w.all.Add(events.NewQueue(sink)); err != nil {
		log.Print(err)
	}
}

// Rush sends n results at once.
func (w *Wire) Rush(n int) {
	for i := 0; i < n; i++ {
		w.Result(i)
	}
}

// Result sends one.
func (w *Wire) Result(n int) {
	if err := w.all.Write(&Result{Number: n, Race: fmt.Sprint("race ", n%30), Text: keep.Text(2500, n)}); err != nil {
		log.Print(err)
	}
}
