// Package topics is publish and subscribe inside of a process.
package topics

import "sync"

// Hub has topics by name.
type Hub struct {
	mu     sync.Mutex
	topics map[string]*Topic
}

// NewHub is empty.
func NewHub() *Hub { return &Hub{topics: make(map[string]*Topic)} }

// Topic returns the topic of that name.
func (h *Hub) Topic(name string) *Topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	t, known := h.topics[name]
	if !known {
		t = &Topic{subscribers: make(map[*Subscriber]bool)}
		h.topics[name] = t
	}
	return t
}

// Topic has subscribers.
type Topic struct {
	mu          sync.Mutex
	subscribers map[*Subscriber]bool
}

// Subscriber reads events until it closes.
type Subscriber struct {
	topic  *Topic
	events chan int
}

// Subscribe adds a subscriber.
func (t *Topic) Subscribe() *Subscriber {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := &Subscriber{topic: t, events: make(chan int, 1)}
	t.subscribers[s] = true
	return s
}

// Publish brings an event to all subscribers, whom it may have to wait for.
func (t *Topic) Publish(event int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for s := range t.subscribers {
		s.events <- event
	}
}

func (t *Topic) leave(s *Subscriber) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.subscribers, s)
}

// Events brings them.
func (s *Subscriber) Events() <-chan int { return s.events }

// Close ends the subscription.
func (s *Subscriber) Close() { s.topic.leave(s) }
