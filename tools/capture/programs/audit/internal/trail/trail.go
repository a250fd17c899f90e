// Package trail queues audit events for the journal.
package trail

import (
	"encoding/json"
	"log"
	"time"

	"corp.example.net/core/audit/internal/journal"
)

// Event is who did what when.
type Event struct {
	Actor string
	Verb  string
	At    time.Time
}

// Trail is a queue before a journal segment.
type Trail struct {
	segment *journal.Segment
	queue   chan Event
}

// New queues up to size events for segment.
func New(segment *journal.Segment, size int) *Trail {
	return &Trail{segment: segment, queue: make(chan Event, size)}
}

// Record queues an event.
func (t *Trail) Record(event Event) {
	t.queue <- event
}

// Run writes events until the segment refuses one.
func (t *Trail) Run() {
	if err := t.drain(); err != nil {
		log.Printf("trail: %v", err)
	}
}

func (t *Trail) drain() error {
	for event := range t.queue {
		record, err := json.Marshal(event)
		if err != nil {
			return err
		}
		if err := t.segment.Append(record); err != nil {
			return err
		}
	}
	return nil
}
