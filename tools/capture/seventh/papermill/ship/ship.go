// Package ship sends lines away in parcels.
package ship

import "strings"

// Sink has one parcel that is being filled.
type Sink struct {
	most   int
	parcel []string
	sent   int
}

// New sends a parcel of so many lines.
func New(most int) *Sink { return &Sink{most: most} }

// Take adds a line.
func (s *Sink) Take(line string) {
	s.parcel = append(s.parcel, line)
	if len(s.parcel) == s.most {
		s.sent += len(strings.Join(s.parcel, "\n"))
		s.parcel = s.parcel[:0]
	}
}
