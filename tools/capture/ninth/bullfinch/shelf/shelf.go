// Package shelf has shards that stay and opens others for a while.
package shelf

import (
	"fmt"
	"sync"

	"go.bullfinch.example/db/bullfinch/shard"
)

// Shelf has shards by number.
type Shelf struct {
	stay    int
	reports chan int

	mu     sync.Mutex
	shards map[int]*shard.Shard
	guest  *shard.Shard
}

// New keeps the first so many; they report.
func New(stay int) *Shelf {
	return &Shelf{stay: stay, reports: make(chan int, 4), shards: make(map[int]*shard.Shard)}
}

// Reports are from shards that stayed.
func (s *Shelf) Reports() <-chan int { return s.reports }

// Use writes to a shard; there is one guest at a time.
func (s *Shelf) Use(number int) error {
	if number < 0 {
		return fmt.Errorf("no shard %d", number)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if number >= s.stay {
		if s.guest != nil {
			s.guest.Close()
		}
		s.guest = shard.Open(shard.Options{Room: 8})
		s.guest.Write(make([]byte, 700))
		return nil
	}
	if s.shards[number] == nil {
		s.shards[number] = shard.Open(shard.Options{Room: 64, Reports: s.reports})
	}
	s.shards[number].Write(make([]byte, 1500))
	return nil
}
