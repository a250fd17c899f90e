// Package sheet writes tables.
package sheet

import (
	"bufio"
	"encoding/csv"
	"io"
)

// Sheet is a table.
type Sheet struct {
	out *bufio.Writer
	csv *csv.Writer
	err error
}

// New is an empty sheet.
func New(w io.Writer) *Sheet {
	out := bufio.NewWriterSize(w, 32<<10)
	return &Sheet{out: out, csv: csv.NewWriter(out)}
}

// Row adds a row.
func (s *Sheet) Row(cells ...string) {
	if s.err == nil {
		s.err = s.csv.Write(cells)
	}
}

// Close writes what is left and returns the first error.
func (s *Sheet) Close() error {
	if s.err != nil {
		return s.err
	}
	s.csv.Flush()
	return s.out.Flush()
}
