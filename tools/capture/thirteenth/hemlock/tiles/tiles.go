// Package tiles has the pieces of which a map is made.
package tiles

import (
	"time"

	"github.com/dgraph-io/ristretto"

	"git.sundial.example/maps/hemlock/draw"
)

// Tiles keeps what was drawn lately.
type Tiles struct {
	cache *ristretto.Cache
	drawn int
	found int
}

// Open keeps at most so many bytes.
func Open(most int64) (*Tiles, error) {
	cache, err := ristretto.NewCache(&ristretto.Config{NumCounters: 60000, MaxCost: most, BufferItems: 64})
	return &Tiles{cache: cache}, err
}

// Look looks at the tile that step n of a walk leads to.
func (t *Tiles) Look(n int) {
	at := uint64(n * 2654435761 >> 7 % 24000)
	if n%4 == 1 {
		at = uint64(n % 300)
	}
	if _, ok := t.cache.Get(at); ok {
		t.found++
		return
	}
	tile := draw.Tile(at)
	t.drawn++
	if at%5 == 2 {
		t.cache.SetWithTTL(at, tile, tile.Size(), 30*time.Second)
		return
	}
	t.cache.Set(at, tile, tile.Size())
}
