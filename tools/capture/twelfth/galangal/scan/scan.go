// Package scan reads whole tables.
package scan

import (
	"log"

	"lake.example/galangal/column"
	"lake.example/galangal/source"
)

// Scan reads one table after the other.
type Scan struct {
	files   []string
	advisor *column.Advisor
	sums    map[string]uint64
}

// New reads files.
func New(files []string, a *column.Advisor) *Scan {
	return &Scan{files: files, advisor: a, sums: make(map[string]uint64)}
}

// Table reads table n.
func (s *Scan) Table(n int) {
	path := s.files[n%len(s.files)]
	readers, err := s.open(path)
	if err != nil {
		log.Print(err)
		return
	}
	defer readers[0].Close()
	for _, r := range readers {
		sum, err := r.Sum()
		if err != nil {
			log.Print(err)
			return
		}
		s.sums[path] += sum
	}
	s.advisor.Look()
}

func (s *Scan) open(path string) ([]*column.Reader, error) {
	readers := make([]*column.Reader, source.Columns)
	for i := range readers {
		r, err := column.Open(path, i, s.advisor)
		if err != nil {
			return nil, err
		}
		readers[i] = r
	}
	return readers, nil
}
