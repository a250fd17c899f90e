// Package segments is a log in files of limited size and number.
package segments

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// ErrGone says that an entry is older than what is kept.
var ErrGone = errors.New("segments: too old")

// Limits are those of a file and of all.
type Limits struct {
	Size  int64
	Count int
}

// Log appends to its newest segment; all are open for readers.
type Log struct {
	Limits
	folder   string
	mu       sync.RWMutex
	segments []*segment
	next     int64
}

type segment struct {
	*os.File
	first   int64
	offsets []int64
	size    int64
}

// Open begins a log in a folder.
func Open(folder string, limits Limits) *Log { return &Log{folder: folder, Limits: limits} }

// Append writes an entry and returns its number.
func (l *Log) Append(entry []byte) (int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n := len(l.segments); n == 0 || l.segments[n-1].size+int64(len(entry)) > l.Size {
		if err := l.roll(); err != nil {
			return 0, err
		}
	}
	s := l.segments[len(l.segments)-1]
	if _, err := s.WriteAt(entry, s.size); err != nil {
		return 0, err
	}
	s.offsets = append(s.offsets, s.size)
	s.size += int64(len(entry))
	l.next++
	return l.next - 1, nil
}

func (l *Log) roll() error {
	file, err := os.Create(filepath.Join(l.folder, fmt.Sprintf("%012d.seg", l.next)))
	if err != nil {
		return err
	}
	l.segments = append(l.segments, &segment{File: file, first: l.next})
	for len(l.segments) > l.Count {
		oldest := l.segments[0]
		l.segments = append([]*segment(nil), l.segments[1:]...)
		if err := oldest.retire(); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func (s *segment) retire() error {
	if err := s.Close(); err != nil {
		return err
	}
	return os.Remove(s.Name())
}

// Range is the oldest entry's number and the next one's.
func (l *Log) Range() (oldest, next int64) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if len(l.segments) > 0 {
		oldest = l.segments[0].first
	}
	return oldest, l.next
}

// At reads an entry.
func (l *Log) At(number int64) ([]byte, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for i := len(l.segments) - 1; i >= 0; i-- {
		if s := l.segments[i]; s.first <= number && number < s.first+int64(len(s.offsets)) {
			return s.at(int(number - s.first))
		}
	}
	return nil, ErrGone
}

func (s *segment) at(i int) ([]byte, error) {
	end := s.size
	if i+1 < len(s.offsets) {
		end = s.offsets[i+1]
	}
	entry := make([]byte, end-s.offsets[i])
	_, err := s.ReadAt(entry, s.offsets[i])
	return entry, err
}
