// Package wire cuts the feed into chunks.
package wire

import (
	"io"
	"math/rand"
)

const chunkBytes = 16 << 10

// Decoder reads chunks.
type Decoder struct{ source io.Reader }

// NewDecoder reads from a seeded source.
func NewDecoder() *Decoder { return &Decoder{source: rand.New(rand.NewSource(3))} }

// Chunk returns the next chunk.
func (d *Decoder) Chunk() []byte {
	chunk := make([]byte, chunkBytes)
	if _, err := io.ReadFull(d.source, chunk); err != nil {
		panic(err)
	}
	return chunk
}
