// Package encode makes records of things.
package encode

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Encoder counts bytes.
type Encoder struct {
	buffers sync.Pool
	written atomic.Int64
}

// NewEncoder has written none.
func NewEncoder() *Encoder {
	return &Encoder{buffers: sync.Pool{New: func() any { return new(bytes.Buffer) }}}
}

// Encode writes record n; one in twenty is large.
func (e *Encoder) Encode(n int) {
	buffer := e.buffers.Get().(*bytes.Buffer)
	defer e.buffers.Put(buffer)
	buffer.Reset()
	rows := 20
	if n%20 == 0 {
		rows = 9000
	}
	for row := range rows {
		fmt.Fprintf(buffer, "row %d of record %d\n", row, n)
	}
	time.Sleep(20 * time.Millisecond)
	e.written.Add(int64(buffer.Len()))
}
