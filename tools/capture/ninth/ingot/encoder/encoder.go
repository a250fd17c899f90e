// Package encoder turns pages into frames.
package encoder

import (
	"encoding/binary"
	"hash/adler32"
	"sync"
)

// Encoder has room for a page.
type Encoder struct {
	room  []byte
	table [4096]uint32
}

// Encoders lends encoders.
type Encoders struct{ pool sync.Pool }

// New lends encoders with so much room.
func New(room int) *Encoders {
	e := &Encoders{}
	e.pool.New = func() any { return &Encoder{room: make([]byte, 0, room)} }
	return e
}

// Use lends one to work.
func (e *Encoders) Use(work func(*Encoder) int) int {
	one := e.pool.Get().(*Encoder)
	defer e.pool.Put(one)
	one.room = one.room[:0]
	return work(one)
}

// Frame appends a record with its length and sum.
func (e *Encoder) Frame(record []byte) {
	var head [8]byte
	binary.BigEndian.PutUint32(head[:], uint32(len(record)))
	binary.BigEndian.PutUint32(head[4:], adler32.Checksum(record))
	e.room = append(append(e.room, head[:]...), record...)
	for i := 0; i+4 <= len(record); i += 4 {
		e.table[binary.BigEndian.Uint32(record[i:])>>20]++
	}
}

// Len is how much there is.
func (e *Encoder) Len() int { return len(e.room) }

// Left is how much room there is.
func (e *Encoder) Left() int { return cap(e.room) - len(e.room) }
