// Package sacks is grain by weight.
package sacks

import "iter"

// Store has sacks in the order of their weight.
type Store struct{ weights []int }

// New has n sacks.
func New(n int) *Store {
	s := &Store{}
	for i := range n {
		s.weights = append(s.weights, i*3)
	}
	return s
}

// All goes through the sacks.
func (s *Store) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		tally := make([]int, len(s.weights))
		for i, weight := range s.weights {
			tally[i] = weight
			if !yield(weight) {
				return
			}
		}
	}
}
