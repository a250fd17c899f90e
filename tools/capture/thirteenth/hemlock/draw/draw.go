// Package draw draws tiles.
package draw

// Stroke is a line of a colour.
type Stroke struct {
	Colour uint32
	Points []float32
}

// Piece is a tile.
type Piece struct {
	At      uint64
	Strokes []Stroke
}

// Tile draws the tile at a place; towns have more in them.
func Tile(at uint64) *Piece {
	p := &Piece{At: at, Strokes: make([]Stroke, 0, 4+at%13)}
	for i := 0; i < cap(p.Strokes); i++ {
		points := make([]float32, 60+at*7%90)
		for j := range points {
			points[j] = float32(at) / float32(j+i+1)
		}
		p.Strokes = append(p.Strokes, Stroke{Colour: uint32(i) * 0x1f1f1f, Points: points})
	}
	return p
}

// Size is how many bytes a tile takes, about.
func (p *Piece) Size() int64 {
	size := int64(48)
	for _, stroke := range p.Strokes {
		size += 32 + 4*int64(len(stroke.Points))
	}
	return size
}
