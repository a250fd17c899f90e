// Package batch gathers rows.
package batch

import (
	"bufio"
	"encoding/gob"
	"io"
	"log"

	"go.obsidian.example/load/obsidian/rows"
)

type columns struct {
	At     []int64
	Places []string
	Kinds  []string
	Values []float64
}

// Flush writes what was gathered.
type Flush func(any) error

// Batch is written when it is full.
type Batch struct {
	size  int
	flush Flush
	open  columns
}

// New is written at a size.
func New(size int, flush Flush) *Batch { return &Batch{size: size, flush: flush} }

// To writes to a writer.
func To(w io.Writer) Flush {
	return func(what any) error {
		buffered := bufio.NewWriter(w)
		if err := gob.NewEncoder(buffered).Encode(what); err != nil {
			return err
		}
		return buffered.Flush()
	}
}

// Add adds a row.
func (b *Batch) Add(r rows.One) {
	b.open.At = append(b.open.At, r.At)
	b.open.Places = append(b.open.Places, r.Place)
	b.open.Kinds = append(b.open.Kinds, r.Kind)
	b.open.Values = append(b.open.Values, r.Value)
	if len(b.open.At) < b.size {
		return
	}
	if err := b.flush(b.open); err != nil {
		log.Print(err)
	}
	b.open = columns{}
}
