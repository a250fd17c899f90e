// Package station is a gauge in the marsh.
package station

import "sync"

// Station reads the water and tells its hooks.
type Station struct {
	mu    sync.Mutex
	level int
	hooks []func(level int)
}

// New has no hooks.
func New() *Station { return &Station{} }

// OnReading adds a hook.
func (s *Station) OnReading(hook func(level int)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hooks = append(s.hooks, hook)
}

// Read takes a reading.
func (s *Station) Read(turn int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.level = turn % 41
	for _, hook := range s.hooks {
		hook(s.level)
	}
}
