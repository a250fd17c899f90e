// Package codec writes and reads columns.
package codec

import (
	"encoding/binary"
	"runtime"
	"sync/atomic"
)

// Open counts what is not yet closed.
var Open atomic.Int64

// Writer writes a column.
type Writer struct {
	page   []byte
	reader *Reader
}

// Reader reads a column while it is written.
type Reader struct {
	source *Writer
	index  []uint32
}

// NewWriter has room for so many bytes.
func NewWriter(size int) *Writer {
	w := &Writer{page: make([]byte, 0, size)}
	w.reader = newReader(w)
	Open.Add(1)
	runtime.SetFinalizer(w, (*Writer).Close)
	return w
}

func newReader(w *Writer) *Reader {
	r := &Reader{source: w, index: make([]uint32, 0, 512)}
	Open.Add(1)
	runtime.SetFinalizer(r, (*Reader).Close)
	return r
}

// Add appends a value.
func (w *Writer) Add(value uint64) {
	w.reader.index = append(w.reader.index, uint32(len(w.page)))
	w.page = binary.AppendUvarint(w.page, value)
}

// Reader is the writer's reader.
func (w *Writer) Reader() *Reader { return w.reader }

// Rows counts what is written.
func (r *Reader) Rows() (n int) {
	for page := r.source.page; len(page) > 0; n++ {
		_, used := binary.Uvarint(page)
		page = page[used:]
	}
	return n
}

// Close lets go of the page.
func (w *Writer) Close() { Open.Add(-1) }

// Close lets go of the index.
func (r *Reader) Close() { Open.Add(-1) }
