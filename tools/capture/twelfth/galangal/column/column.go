// Package column reads single columns of a table.
package column

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"

	"lake.example/galangal/source"
)

// Reader reads one column by a handle of its own.
type Reader struct {
	file    *os.File
	in      *bufio.Reader
	advisor *Advisor
}

// Open opens a table for one of its columns.
func Open(path string, column int, a *Advisor) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if _, err := f.Seek(int64(column*source.Rows*8), io.SeekStart); err != nil {
		f.Close()
		return nil, err
	}
	r := &Reader{file: f, in: bufio.NewReaderSize(f, 32<<10), advisor: a}
	a.add(r)
	return r, nil
}

// Sum adds all values.
func (r *Reader) Sum() (sum uint64, err error) {
	var value [8]byte
	for i := 0; i < source.Rows; i++ {
		if _, err := io.ReadFull(r.in, value[:]); err != nil {
			return 0, err
		}
		sum += binary.LittleEndian.Uint64(value[:])
	}
	return sum, nil
}

// Close gives the handle back.
func (r *Reader) Close() error {
	r.advisor.remove(r)
	return r.file.Close()
}
