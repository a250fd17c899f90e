// Package serverside serves and drains.
package serverside

import (
	"sync"
	"time"
)

// Server is drained once.
type Server struct {
	mu       sync.Mutex
	draining bool
	conns    int
}

// Drain lets no more in.
func (s *Server) Drain() {
	s.mu.Lock()
	if s.draining {
		s.mu.Unlock()
		return
	}
	s.draining = true
}

// Serve lets one more in.
func (s *Server) Serve() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conns++
}

// Run serves before and after it drains.
func Run(int) {
	s := &Server{}
	s.Serve()
	go s.Drain()
	time.Sleep(10 * time.Millisecond)
	go s.Serve()
	s.Drain()
}
