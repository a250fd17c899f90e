// Package frame has frames that are used again.
package frame

import (
	"bytes"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Get is an empty frame.
func Get() *bytes.Buffer {
	b := pool.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// Put gives one back.
func Put(b *bytes.Buffer) { pool.Put(b) }
