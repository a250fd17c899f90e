// Package bench has packers.
package bench

import (
	"bufio"
	"bytes"
	"io"
	"log"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"

	"go.arbor.example/shed/keep"
)

type packer struct {
	pack   *zstd.Encoder
	unpack *zstd.Decoder
	book   string
}

// Bench has packers that are free.
type Bench struct {
	free chan *packer
	in   atomic.Int64
	out  atomic.Int64
}

// Open has n packers.
func Open(n int) (*Bench, error) {
	b := &Bench{free: make(chan *packer, n)}
	for i := 0; i < n; i++ {
		w, err := zstd.NewWriter(nil, zstd.WithWindowSize(64<<10), zstd.WithEncoderLevel(zstd.SpeedFastest),
			zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
		if err != nil {
			return nil, err
		}
		r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, err
		}
		b.free <- &packer{pack: w, unpack: r, book: keep.Text(200<<10, i)}
	}
	return b, nil
}

// Do is job n: whoever is free does it.
func (b *Bench) Do(n int) {
	p := <-b.free
	defer func() { b.free <- p }()
	var packed bytes.Buffer
	p.pack.Reset(&packed)
	if _, err := io.WriteString(p.pack, p.book); err != nil {
		log.Print(err)
		return
	}
	if err := p.pack.Close(); err != nil {
		log.Print(err)
		return
	}
	b.in.Add(int64(packed.Len()))
	if err := p.unpack.Reset(bufio.NewReader(&packed)); err != nil {
		log.Print(err)
		return
	}
	size, err := io.Copy(io.Discard, p.unpack)
	if err != nil {
		log.Print(err)
	}
	b.out.Add(size)
}
