// Package desk composes notes and publishes them.
package desk

import (
	"fmt"
	"log"
	"strings"

	"github.com/docker/go-events"
)

// Note is a piece of news.
type Note struct {
	Number int
	Title  string
	Text   []string
}

// Desk has its subscribers.
type Desk struct{ all *events.Broadcaster }

// New has none yet.
func New() *Desk { return &Desk{all: events.NewBroadcaster()} }

// Subscribe gives a sink a queue of its own, so that nobody waits for it.
func (d *Desk) Subscribe(sink events.Sink) {
	if err := d.all.Add(events.NewQueue(sink)); err != nil {
		log.Print(err)
	}
}

// Publish is note n to everybody.
func (d *Desk) Publish(n int) {
	if err := d.all.Write(compose(n)); err != nil {
		log.Print(err)
	}
}

func compose(n int) *Note {
	note := &Note{Number: n, Title: fmt.Sprint("what happened, part ", n)}
	for i := 0; i < 8; i++ {
		note.Text = append(note.Text, strings.Repeat(fmt.Sprintf("as was said at %d, ", n*i), 20))
	}
	return note
}
