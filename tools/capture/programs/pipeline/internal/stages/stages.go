// Package stages is the three stages of one file.
package stages

import (
	"fmt"
	"time"
)

type record struct {
	file, line int
	fields     [12]string
}

// Flow is one file's way through the stages.
type Flow struct {
	file     int
	parsed   chan record
	enriched chan record
}

// Run runs one file through all stages.
func Run(file int) error {
	f := &Flow{file: file, parsed: make(chan record, 2), enriched: make(chan record, 2)}
	go f.parse()
	go f.enrich()
	return f.write()
}

func (f *Flow) parse() {
	defer close(f.parsed)
	for line := 0; line < 40; line++ {
		f.parsed <- record{file: f.file, line: line}
	}
}

func (f *Flow) enrich() {
	defer close(f.enriched)
	for r := range f.parsed {
		r.fields[0] = fmt.Sprintf("%d:%d", r.file, r.line)
		f.enriched <- r
	}
}

func (f *Flow) write() error {
	for r := range f.enriched {
		if r.file%8 == 3 && r.line == 9 {
			return fmt.Errorf("file %d line %d refused", r.file, r.line)
		}
		time.Sleep(time.Millisecond)
	}
	return nil
}
