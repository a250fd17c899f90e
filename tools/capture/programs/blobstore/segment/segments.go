// Package segment reads from segment files.
package segment

import (
	"os"
)

// Segments are the open files.
type Segments struct{ files []*os.File }

// Open makes and opens n segments.
func Open(n int) (*Segments, error) {
	s := &Segments{}
	for i := 0; i < n; i++ {
		f, err := os.CreateTemp("", "segment")
		if err != nil {
			return nil, err
		}
		if err := os.Remove(f.Name()); err != nil {
			return nil, err
		}
		if _, err := f.Write(make([]byte, 8192)); err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
	}
	return s, nil
}

// Read returns sixteen bytes of a blob.
func (s *Segments) Read(blob int) ([]byte, error) {
	text := make([]byte, 16)
	_, err := s.files[blob%len(s.files)].ReadAt(text, int64(blob%500*16))
	return text, err
}
