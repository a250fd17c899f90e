// Package receipts writes a receipt for each load.
package receipts

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// ErrRefused is a load too heavy to be taken.
var ErrRefused = errors.New("load refused")

// Store writes below a folder.
type Store struct {
	folder string

	mu   sync.Mutex
	open map[int]*os.File
	done []int
}

// New writes below a folder.
func New(folder string) *Store { return &Store{folder: folder, open: make(map[int]*os.File)} }

func (s *Store) create(n int) (*os.File, error) {
	f, err := os.Create(filepath.Join(s.folder, fmt.Sprintf("receipt-%d.txt", n%5000)))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[n] = f
	return f, nil
}

// Write opens the receipt of a load, which Sweep closes when it is complete.
func (s *Store) Write(n int) error {
	f, err := s.create(n)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(f, "load %d: %d tons\n", n, n%40); err != nil {
		return err
	}
	if n%6 == 3 {
		return ErrRefused
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = append(s.done, n)
	return nil
}

// Sweep closes what is complete.
func (s *Store) Sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range s.done {
		if err := s.open[n].Close(); err != nil {
			log.Print(err)
		}
		delete(s.open, n)
	}
	s.done = s.done[:0]
}
