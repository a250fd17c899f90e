// Package shelf counts articles.
package shelf

import (
	"errors"
	"sync"
)

// ErrUnknown, ErrQuarantine and ErrEmpty refuse a reservation.
var (
	ErrUnknown    = errors.New("shelf: no such article")
	ErrQuarantine = errors.New("shelf: article in quarantine")
	ErrEmpty      = errors.New("shelf: none left")
)

type article struct {
	left       int
	quarantine bool
}

// Shelf is the stock of one warehouse.
type Shelf struct {
	mu       sync.Mutex
	articles map[int]*article
	denied   int
}

// New fills a shelf with n articles.
func New(n int) *Shelf {
	s := &Shelf{articles: make(map[int]*article)}
	for i := 0; i < n; i++ {
		s.articles[i] = &article{left: 50, quarantine: i == 777}
	}
	return s
}

// Reserve takes one piece.
func (s *Shelf) Reserve(id int) error {
	s.mu.Lock()
	a, known := s.articles[id]
	if !known {
		s.denied++
		s.mu.Unlock()
		return ErrUnknown
	}
	if a.quarantine {
		s.denied++
		return ErrQuarantine
	}
	if a.left == 0 {
		s.mu.Unlock()
		return ErrEmpty
	}
	a.left--
	s.mu.Unlock()
	return nil
}

// Free puts one piece back.
func (s *Shelf) Free(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a, known := s.articles[id]; known {
		a.left++
	}
}

// Count says how many pieces are left.
func (s *Shelf) Count(id int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a, known := s.articles[id]; known {
		return a.left
	}
	return 0
}
