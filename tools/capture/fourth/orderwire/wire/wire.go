// Package wire brings events to those who subscribed to their topic.
package wire

import (
	"context"
	"strings"
	"sync"
)

// Event is about a topic.
type Event struct {
	Topic string
	Step  int
}

// Wire has subscriptions.
type Wire struct {
	ctx  context.Context
	mu   sync.Mutex
	subs map[string]*subscription
}

type subscription struct {
	events chan Event
	gone   chan struct{}
	tell   func(Event)
}

// New works until ctx ends.
func New(ctx context.Context) *Wire { return &Wire{ctx: ctx, subs: make(map[string]*subscription)} }

// Subscribe has tell called with each event of the topic.
func (w *Wire) Subscribe(topic string, tell func(Event)) {
	s := &subscription{events: make(chan Event, 32), gone: make(chan struct{}), tell: tell}
	w.mu.Lock()
	w.subs[strings.ToLower(topic)] = s
	w.mu.Unlock()
	go s.deliver(w.ctx)
}

// Unsubscribe ends that.
func (w *Wire) Unsubscribe(topic string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if s, ok := w.subs[topic]; ok {
		close(s.gone)
		delete(w.subs, topic)
	}
}

// Publish tells those who subscribed.
func (w *Wire) Publish(e Event) {
	w.mu.Lock()
	s := w.subs[strings.ToLower(e.Topic)]
	w.mu.Unlock()
	if s != nil {
		s.events <- e
	}
}

func (s *subscription) deliver(ctx context.Context) {
	for {
		select {
		case e := <-s.events:
			s.tell(e)
		case <-s.gone:
			return
		case <-ctx.Done():
			return
		}
	}
}
