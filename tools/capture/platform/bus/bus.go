// Package bus is an in-process topic with a fixed set of subscribers.
package bus

import (
	"context"
	"time"

	"example.org/platform/jobs"
)

// Event is what is published.
type Event struct {
	Topic string
	Seq   int
}

// Topic hands each event to every subscriber.
type Topic struct{ subscribers []chan Event }

// NewTopic starts n subscribers and a publisher of one event each period.
func NewTopic(ctx context.Context, name string, n int, period time.Duration) *Topic {
	t := &Topic{}
	for i := 0; i < n; i++ {
		ch := make(chan Event, 4)
		t.subscribers = append(t.subscribers, ch)
		go consume(ch)
	}
	jobs.Every(ctx, period, func(seq int) { t.publish(Event{Topic: name, Seq: seq}) })
	return t
}

func consume(events <-chan Event) {
	seen := 0
	for e := range events {
		seen += e.Seq & 1
	}
}

func (t *Topic) publish(e Event) {
	for _, ch := range t.subscribers {
		select {
		case ch <- e:
		default:
		}
	}
}
