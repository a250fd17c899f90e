// Package bus tells those who hear a topic.
package bus

import "sync"

// Bus has topics.
type Bus struct {
	mu    sync.RWMutex
	hears map[string][]func()
}

// Default is the bus of this house.
var Default = &Bus{hears: map[string][]func(){}}

// Hear has a function called whenever the topic is told.
func (b *Bus) Hear(topic string, f func()) {
	b.mu.Lock()
	b.hears[topic] = append(b.hears[topic], f)
	b.mu.Unlock()
}

// Tell calls all who hear a topic.
func (b *Bus) Tell(topic string) {
	b.mu.RLock()
	all := b.hears[topic]
	b.mu.RUnlock()
	for _, f := range all {
		f()
	}
}
