// Package manifest lists pieces of freight.
package manifest

// Piece is one box.
type Piece struct {
	Number int
	Weight int
	Hold   int
}

// Manifest is what one ship takes.
type Manifest struct {
	Ship   int
	Pieces []Piece
}

// New is the n-th manifest.
func New(n int) *Manifest {
	m := &Manifest{Ship: n}
	for i := 0; i < 9; i++ {
		m.Pieces = append(m.Pieces, Piece{Number: n*9 + i, Weight: 20 + (n*13+i*29)%180, Hold: n % 24})
	}
	return m
}
