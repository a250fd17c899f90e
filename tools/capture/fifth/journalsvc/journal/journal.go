// Package journal is a log in memory, in segments, that is cut at its old end.
package journal

import (
	"sync"
	"time"
)

const perSegment = 256

// Entry is one event.
type Entry struct {
	Offset int
	At     time.Time
	Text   []byte
}

type segment struct {
	first   int
	entries []Entry
}

// Journal is a list of segments without gaps.
type Journal struct {
	mu       sync.RWMutex
	segments []*segment
	next     int
}

// New is an empty journal.
func New() *Journal { return &Journal{segments: []*segment{{}}} }

// Append adds an entry of size bytes.
func (j *Journal) Append(key, size int) {
	text := make([]byte, size)
	for i := 0; i < size; i += 64 {
		text[i] = byte(key + i)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	last := j.segments[len(j.segments)-1]
	if len(last.entries) == perSegment {
		last = &segment{first: j.next, entries: make([]Entry, 0, perSegment)}
		j.segments = append(j.segments, last)
	}
	last.entries = append(last.entries, Entry{Offset: j.next, At: time.Now(), Text: text})
	j.next++
}

// Read calls visit with each entry from offset on and returns the offset after the last.
func (j *Journal) Read(offset int, visit func(Entry)) int {
	for {
		batch := j.batch(offset)
		if len(batch) == 0 {
			return offset
		}
		for _, entry := range batch {
			visit(entry)
		}
		offset += len(batch)
	}
}

func (j *Journal) batch(offset int) []Entry {
	j.mu.RLock()
	defer j.mu.RUnlock()
	for _, s := range j.segments {
		if offset >= s.first && offset < s.first+len(s.entries) {
			return s.entries[offset-s.first:]
		}
	}
	return nil
}

// Truncate forgets the segments that lie before offset altogether.
func (j *Journal) Truncate(offset int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	gone := 0
	for gone < len(j.segments)-1 && j.segments[gone+1].first <= offset {
		gone++
	}
	j.segments = append([]*segment(nil), j.segments[gone:]...)
}
