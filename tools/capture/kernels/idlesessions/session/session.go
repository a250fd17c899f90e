// Package session keeps idle sessions alive.
package session

import (
	"sync"
	"time"
)

// Session has streams.
type Session struct {
	mu      sync.Mutex
	wake    chan struct{}
	gone    chan struct{}
	streams int
	pings   int
}

func (s *Session) keep() {
	timer := time.NewTimer(20 * time.Second)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			s.ping()
		case <-s.wake:
		case <-s.gone:
			return
		}
		timer.Reset(20 * time.Second)
	}
}

func (s *Session) ping() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pings++
}

func (s *Session) stream() {
	s.mu.Lock()
	s.streams++
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Run keeps a session.
func Run(n int) {
	s := &Session{wake: make(chan struct{}, 1), gone: make(chan struct{})}
	go s.keep()
	for {
		time.Sleep(time.Duration(3000+n*100) * time.Millisecond)
		s.stream()
	}
}
