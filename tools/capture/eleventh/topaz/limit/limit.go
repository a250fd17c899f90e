// Package limit says who comes too often.
package limit

import (
	"sync"
	"time"
)

type bucket struct {
	mu     sync.Mutex
	left   float64
	filled time.Time
	recent [12]int64
}

func newBucket() *bucket { return &bucket{left: 5, filled: time.Now()} }

// Store has a bucket for each address.
type Store struct{ buckets sync.Map }

// New has none.
func New() *Store { return &Store{} }

func (s *Store) of(address string) *bucket {
	if b, found := s.buckets.Load(address); found {
		return b.(*bucket)
	}
	b, _ := s.buckets.LoadOrStore(address, newBucket())
	return b.(*bucket)
}

// Allow says whether an address may come now.
func (s *Store) Allow(address string) bool {
	b := s.of(address)
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	b.left = min(5, b.left+now.Sub(b.filled).Seconds())
	b.filled = now
	if b.left < 1 {
		return false
	}
	b.left--
	b.recent[int(now.Unix())%len(b.recent)]++
	return true
}
