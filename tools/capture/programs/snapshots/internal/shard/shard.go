// Package shard is a part of the store with its own lock.
package shard

import (
	"context"
	"sync"
	"time"
)

type page struct {
	dirty  bool
	values map[int]int
}

// Shard is a number of pages.
type Shard struct {
	mu    sync.Mutex
	pages []*page
	puts  int
}

// New has n pages.
func New(n int) *Shard {
	s := &Shard{}
	for i := 0; i < n; i++ {
		s.pages = append(s.pages, &page{values: make(map[int]int)})
	}
	return s
}

// Put stores a key and returns how many were.
func (s *Shard) Put(key int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.puts++
	p := s.pages[key%len(s.pages)]
	p.values[key%4096]++
	p.dirty = s.puts%20 == 0
	return s.puts
}

// Every takes a snapshot at an interval until ctx ends.
func (s *Shard) Every(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.Snapshot()
		case <-ctx.Done():
			return
		}
	}
}

// Snapshot copies all pages, several at a time.
func (s *Shard) Snapshot() {
	s.mu.Lock()
	defer s.mu.Unlock()
	var copiers sync.WaitGroup
	for _, p := range s.pages {
		copiers.Add(1)
		go func(p *page) {
			defer copiers.Done()
			s.copyPage(p)
		}(p)
	}
	copiers.Wait()
}

func (s *Shard) copyPage(p *page) {
	if p.dirty {
		s.settle(p)
	}
	values := make(map[int]int, len(p.values))
	for key, value := range p.values {
		values[key] = value
	}
}

func (s *Shard) settle(p *page) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p.dirty = false
}
