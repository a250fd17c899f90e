// Package render draws tiles that are not there.
package render

import "go.acacia.example/tiles/acacia/shards"

// Tiles are drawn once and then kept as long as there is room.
type Tiles struct{ kept *shards.Shards[uint64] }

// New keeps tiles in shards.
func New(s *shards.Shards[uint64]) *Tiles { return &Tiles{kept: s} }

// Tile returns a tile.
func (t *Tiles) Tile(key uint64) []byte {
	if tile, found := t.kept.Get(key); found {
		return tile
	}
	tile := draw(key)
	t.kept.Put(key, tile)
	return tile
}

func draw(key uint64) []byte {
	tile := make([]byte, 2000+key*977%6000)
	for i := range tile {
		tile[i] = byte(key >> (i % 8))
	}
	return tile
}
