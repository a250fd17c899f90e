// Package shards has the current segment of each shard.
package shards

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"git.muniment.example/index/cartulary/segment"
)

// Set has segments by shard.
type Set struct {
	folder string

	mu         sync.RWMutex
	segments   map[int]*segment.Segment
	generation int
	hits       int
}

// New writes below folder.
func New(folder string) *Set {
	return &Set{folder: folder, segments: make(map[int]*segment.Segment)}
}

// Rewrite replaces the segment of a shard.
func (s *Set) Rewrite(shard int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generation++
	path := filepath.Join(s.folder, fmt.Sprintf("%03d-%d.seg", shard, s.generation))
	if err := segment.Write(path, s.generation); err != nil {
		return err
	}
	next, err := segment.Open(path)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return err
	}
	old := s.segments[shard]
	s.segments[shard] = next
	if old != nil {
		return old.Close()
	}
	return nil
}

// Find searches a shard.
func (s *Set) Find(shard int, key uint64) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.segments[shard].Has(key)
}
