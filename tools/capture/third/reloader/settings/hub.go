// Package settings tells who asked when a setting changes.
package settings

import "sync"

// Hub has the settings.
type Hub struct {
	mu       sync.Mutex
	values   map[string]int
	handlers []func(name string, value int)
}

// NewHub has none.
func NewHub() *Hub { return &Hub{values: make(map[string]int)} }

// OnChange calls handler with every change from now on.
func (h *Hub) OnChange(handler func(name string, value int)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.handlers = append(h.handlers, handler)
}

// Set changes a setting.
func (h *Hub) Set(name string, value int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.values[name] = value
	for _, handler := range h.handlers {
		handler(name, value)
	}
}
