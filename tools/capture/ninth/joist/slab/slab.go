// Package slab hands out values of one type from large pieces.
package slab

// Slabs are pieces of n values.
type Slabs[T any] struct {
	n      int
	pieces [][]T
	piece  int
	at     int
}

// New has no pieces yet.
func New[T any](n int) *Slabs[T] { return &Slabs[T]{n: n} }

// Next is a zero value.
func (s *Slabs[T]) Next() *T {
	if s.at == s.n {
		s.piece, s.at = s.piece+1, 0
	}
	if s.piece == len(s.pieces) {
		s.pieces = append(s.pieces, make([]T, s.n))
	}
	one := &s.pieces[s.piece][s.at]
	s.at++
	var zero T
	*one = zero
	return one
}

// Reset takes all values back.
func (s *Slabs[T]) Reset() { s.piece, s.at = 0, 0 }

// Pieces is how many there are.
func (s *Slabs[T]) Pieces() int { return len(s.pieces) }
