// Package shard is a part of a database in memory.
package shard

import (
	"sync"
	"time"
)

// Options are how a shard is opened.
type Options struct {
	Room    int
	Reports chan<- int
}

// Shard has rows.
type Shard struct {
	done    chan struct{}
	reports chan<- int

	mu    sync.Mutex
	rows  [][]byte
	at    int
	total int
}

// Open makes a shard with room for so many rows.
func Open(o Options) *Shard {
	s := &Shard{done: make(chan struct{}), reports: o.Reports, rows: make([][]byte, o.Room)}
	go s.meter()
	return s
}

// Write puts a row in place of the oldest.
func (s *Shard) Write(row []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows[s.at] = row
	s.at = (s.at + 1) % len(s.rows)
	s.total += len(row)
}

// Close ends the shard.
func (s *Shard) Close() { close(s.done) }

func (s *Shard) meter() {
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	peak := 0
	for {
		select {
		case <-clock.C:
			if now := s.size(); now > peak {
				peak = now
			}
		case <-s.done:
			s.reports <- s.size()
			return
		}
	}
}

func (s *Shard) size() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.total
}
