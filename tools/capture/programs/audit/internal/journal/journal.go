// Package journal is a segment of bounded size.
package journal

import "errors"

// ErrFull says that the segment has no room.
var ErrFull = errors.New("journal: segment full")

// Segment holds encoded events.
type Segment struct {
	used, limit int
}

// New makes a segment of limit bytes.
func New(limit int) *Segment { return &Segment{limit: limit} }

// Append adds a record or returns ErrFull.
func (s *Segment) Append(record []byte) error {
	if s.used+len(record) > s.limit {
		return ErrFull
	}
	s.used += len(record)
	return nil
}
