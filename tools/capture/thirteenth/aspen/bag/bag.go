// Package bag has letters, packed as they came.
package bag

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zstd"

	"go.arbor.example/shed/keep"
)

// Bag is some letters.
type Bag struct{ packed [][]byte }

// Fill makes n letters; one in four is long.
func Fill(n int) (*Bag, error) {
	b := &Bag{}
	for i := 0; i < n; i++ {
		size := 3 << 10
		if i%4 == 2 {
			size = 900 << 10
		}
		var packed bytes.Buffer
		w, err := zstd.NewWriter(&packed, zstd.WithWindowSize(64<<10), zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, keep.Text(size, i)); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		b.packed = append(b.packed, packed.Bytes())
	}
	return b, nil
}

// Open is letter n as a stream.
func (b *Bag) Open(n int) io.Reader {
	return io.LimitReader(bytes.NewReader(b.packed[n%len(b.packed)]), 1<<20)
}
