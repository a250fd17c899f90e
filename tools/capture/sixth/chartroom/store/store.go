// Package store keeps the latest soundings in the form the archive wants.
package store

import (
	"bytes"
	"fmt"
	"sync"

	"example.com/lib/columns"

	"git.soundings.example/charts/chartroom/sounding"
)

// Store is a ring of statements.
type Store struct {
	mu   sync.Mutex
	ring [][]byte
	at   int
}

// New keeps so many statements.
func New(statements int) *Store { return &Store{ring: make([][]byte, statements)} }

// Save makes a statement of a sounding.
func (s *Store) Save(one sounding.Sounding) {
	plan := columns.Of(one)
	var text bytes.Buffer
	text.WriteString("INSERT INTO soundings (")
	for i, name := range plan.Names {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteString(name)
	}
	fmt.Fprintf(&text, ") VALUES (%s) -- %d", plan.Marks, one.Number)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ring[s.at%len(s.ring)] = text.Bytes()
	s.at++
}
