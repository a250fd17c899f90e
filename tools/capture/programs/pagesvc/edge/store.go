// Package edge stores responses up to a number of bytes.
package edge

import (
	"bytes"
	"sync"
)

// Store evicts its oldest responses when it is full.
type Store struct {
	mu     sync.Mutex
	max    int
	size   int
	order  []string
	bodies map[string][]byte
}

// New stores at most max bytes.
func New(max int) *Store { return &Store{max: max, bodies: map[string][]byte{}} }

// Page returns the page at url.
func (s *Store) Page(url string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if body, ok := s.bodies[url]; ok {
		return body
	}
	body := bytes.Repeat([]byte(url+"\n"), 140)
	s.bodies[url] = body
	s.order = append(s.order, url)
	for s.size += len(body); s.size > s.max; {
		oldest := s.order[0]
		s.order = append(s.order[:0:0], s.order[1:]...)
		s.size -= len(s.bodies[oldest])
		delete(s.bodies, oldest)
	}
	return body
}
