// Package wal writes entries to files before they count.
package wal

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
)

type segment struct {
	index int
	file  *os.File
	out   *bufio.Writer
}

// Log has segments.
type Log struct {
	folder   string
	segments []*segment
	current  *segment
}

// Open writes to a folder.
func Open(folder string) *Log { return &Log{folder: folder} }

// Append writes an entry to the current segment.
func (l *Log) Append(entry string) error {
	if l.current == nil {
		s, err := segmentAt(l.folder, len(l.segments))
		if err != nil {
			return err
		}
		l.current = s
		l.segments = append(l.segments, s)
	}
	_, err := fmt.Fprintln(l.current.out, entry)
	return err
}

// Roll ends the current segment.
func (l *Log) Roll() error {
	if l.current == nil {
		return nil
	}
	err := l.current.out.Flush()
	l.current = nil
	return err
}

func segmentAt(folder string, index int) (*segment, error) {
	file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%06d.wal", index)))
	if err != nil {
		return nil, err
	}
	return &segment{index: index, file: file, out: bufio.NewWriterSize(file, 512)}, nil
}
