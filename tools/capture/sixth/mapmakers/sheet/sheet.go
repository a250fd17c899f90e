// Package sheet is a part of a map.
package sheet

import (
	"context"
	"errors"
)

var errTorn = errors.New("sheet: torn")

// Sheet is drawn in strokes.
type Sheet struct {
	Number  int
	strokes int
}

// New is the n-th sheet.
func New(n int) *Sheet { return &Sheet{Number: n, strokes: 40 + n%60} }

// Run draws the sheet.
func (s *Sheet) Run(ctx context.Context) error {
	if s.Number%1009 == 7 {
		return errTorn
	}
	ink := make([]byte, 0, 1024)
	for i := 0; i < s.strokes && ctx.Err() == nil; i++ {
		ink = append(ink, byte(i*s.Number))
	}
	return ctx.Err()
}
