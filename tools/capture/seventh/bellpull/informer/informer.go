// Package informer tells handlers what changed, each at its own pace.
package informer

import "sync"

// Handler is told.
type Handler interface{ OnChange(object int) }

// Factory has one informer for each kind.
type Factory struct {
	mu    sync.Mutex
	kinds map[string]*Shared
}

// NewFactory is empty.
func NewFactory() *Factory { return &Factory{kinds: make(map[string]*Shared)} }

// Kind returns the informer of a kind.
func (f *Factory) Kind(kind string) *Shared {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, known := f.kinds[kind]
	if !known {
		s = &Shared{}
		f.kinds[kind] = s
	}
	return s
}

// Shared has many handlers.
type Shared struct {
	mu        sync.RWMutex
	listeners []*listener
}

// AddHandler begins to tell h.
func (s *Shared) AddHandler(h Handler) {
	l := &listener{handler: h, add: make(chan int), next: make(chan int)}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listeners = append(s.listeners, l)
	go l.run()
	go l.pop()
}

// Changed tells all.
func (s *Shared) Changed(object int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, l := range s.listeners {
		l.add <- object
	}
}
