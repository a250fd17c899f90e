// Package hub tells those who want to hear what is published.
package hub

import "sync"

// Data is what is told.
type Data map[string]int

// Subscriber hears.
type Subscriber interface {
	Match(topic string) bool
	Call(topic string, data Data)
}

// Hub has subscribers.
type Hub struct {
	mu          sync.RWMutex
	subscribers []Subscriber
}

// New has none.
func New() *Hub { return &Hub{} }

// Subscribe adds one.
func (h *Hub) Subscribe(s Subscriber) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.subscribers = append(h.subscribers, s)
}

// Publish tells all who match and returns when they have been told.
func (h *Hub) Publish(topic string, data Data) {
	h.mu.RLock()
	subscribers := h.subscribers
	h.mu.RUnlock()
	for _, s := range subscribers {
		if s.Match(topic) {
			s.Call(topic, data)
		}
	}
}
