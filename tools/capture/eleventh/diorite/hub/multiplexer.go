package hub

import (
	"strings"
	"sync"
)

type output struct {
	prefix string
	call   func(topic string, data Data)
}

// Multiplexer is one subscriber for many outputs.
type Multiplexer struct {
	mu      sync.Mutex
	outputs []output
}

// Add adds an output for topics that begin so.
func (m *Multiplexer) Add(prefix string, call func(string, Data)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.outputs = append(m.outputs, output{prefix, call})
}

// Match says whether an output wants a topic.
func (m *Multiplexer) Match(topic string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, o := range m.outputs {
		if strings.HasPrefix(topic, o.prefix) {
			return true
		}
	}
	return false
}

// Call tells the outputs.
func (m *Multiplexer) Call(topic string, data Data) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, o := range m.outputs {
		if strings.HasPrefix(topic, o.prefix) {
			o.call(topic, data)
		}
	}
}
