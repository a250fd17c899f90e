// Package segment makes segments of rows.
package segment

import (
	"log"
	"sync/atomic"

	"git.colonnade.example/storage/columnstore/codec"
)

// Builder seals segments.
type Builder struct{ sealed atomic.Int64 }

// NewBuilder has sealed none.
func NewBuilder() *Builder { return &Builder{} }

// Seal writes a segment and reads it once to be sure.
func (b *Builder) Seal(n int) {
	w := codec.NewWriter(6 << 10)
	for row := 0; row < 300; row++ {
		w.Add(uint64(n * row))
	}
	if rows := w.Reader().Rows(); rows != 300 {
		log.Printf("segment %d has %d rows", n, rows)
		return
	}
	b.sealed.Add(1)
}
