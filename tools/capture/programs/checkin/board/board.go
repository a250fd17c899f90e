// Package board knows who is on board.
package board

type seat struct{ row, letter, group, bags int64 }

// Board is who is on board.
type Board struct{ seats map[int]seat }

// New is an empty board.
func New() *Board { return &Board{seats: map[int]seat{}} }

// In takes n passengers in.
func (b *Board) In(from, n int) {
	for p := from; p < from+n; p++ {
		b.seats[p] = seat{row: int64(p)}
	}
}

// Out lets n passengers out.
func (b *Board) Out(from, n int) {
	for p := from; p < from+n; p++ {
		delete(b.seats, p)
	}
}
