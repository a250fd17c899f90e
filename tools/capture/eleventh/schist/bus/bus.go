// Package bus brings events.
package bus

import "sync"

// Event is of a topic.
type Event struct {
	Topic string
	Data  any
}

// Bus has subscribers by topic.
type Bus struct {
	mu   sync.RWMutex
	outs map[string][]chan Event
}

// New has none.
func New() *Bus { return &Bus{outs: make(map[string][]chan Event)} }

// Subscribe hears a topic.
func (b *Bus) Subscribe(topic string) <-chan Event {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make(chan Event)
	b.outs[topic] = append(b.outs[topic], out)
	return out
}

// Publish brings an event to all who hear its topic, and does not wait for them.
func (b *Bus) Publish(topic string, data any) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, out := range b.outs[topic] {
		go func() { out <- Event{Topic: topic, Data: data} }()
	}
}
