// Package pulse keeps idle sessions alive.
package pulse

import (
	"sync"
	"time"
)

// Session has streams.
type Session struct {
	mu      sync.Mutex
	wake    chan struct{}
	streams []int
}

func (s *Session) keep() {
	s.mu.Lock()
	if len(s.streams) < 1 {
		<-s.wake
		s.mu.Unlock()
	} else {
		s.mu.Unlock()
	}
}

// Stream opens one.
func (s *Session) Stream() {
	s.mu.Lock()
	s.streams = append(s.streams, 1)
	if len(s.streams) == 1 {
		select {
		case s.wake <- struct{}{}:
		default:
		}
	}
	s.mu.Unlock()
}

// Run keeps a session and opens a stream.
func Run(int) {
	s := &Session{wake: make(chan struct{})}
	go s.keep()
	time.Sleep(10 * time.Millisecond)
	go s.Stream()
}
