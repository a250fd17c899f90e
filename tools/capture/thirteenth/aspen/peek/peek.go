// Package peek looks at the top of packed letters.
package peek

import (
	"io"

	"github.com/klauspost/compress/zstd"
)

const top = 2048

// Head is what stands on top of a letter, and whether there is more below.
func Head(letter io.Reader) ([]byte, bool, error) {
	r, err := zstd.NewReader(letter, zstd.WithDecoderLowmem(true), zstd.WithDecoderConcurrency(2))
	if err != nil {
		return nil, false, err
	}
	head := make([]byte, top)
	n, err := io.ReadFull(r, head)
	if err == io.ErrUnexpectedEOF {
		return head[:n], false, nil
	}
	return head[:n], err == nil, err
}
