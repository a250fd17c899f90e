// Package stream moves blocks from a writer to a reader.
package stream

import (
	"context"
	"io"
	"time"
)

// Write writes blocks until ctx ends.
func Write(ctx context.Context, to io.WriteCloser, id int) {
	defer to.Close()
	block := make([]byte, 4096)
	for ctx.Err() == nil {
		if _, err := to.Write(block); err != nil {
			return
		}
		time.Sleep(time.Duration(50+id*5) * time.Millisecond)
	}
}

// Read reads to the end.
func Read(from io.ReadCloser) {
	defer from.Close()
	block := make([]byte, 1000)
	for {
		if _, err := from.Read(block); err != nil {
			return
		}
	}
}
