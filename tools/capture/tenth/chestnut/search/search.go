// Package search asks the index of now.
package search

import (
	"sync/atomic"

	"go.chestnut.example/search/chestnut/index"
)

// Search has an index.
type Search struct {
	current atomic.Pointer[index.Index]
	found   atomic.Int64
}

// New asks i.
func New(i *index.Index) *Search {
	s := &Search{}
	s.current.Store(i)
	return s
}

// Replace asks another from now on.
func (s *Search) Replace(i *index.Index) { s.current.Store(i) }

// Find counts where a word is.
func (s *Search) Find(word string) { s.found.Add(int64(len(s.current.Load().Postings(word)))) }
