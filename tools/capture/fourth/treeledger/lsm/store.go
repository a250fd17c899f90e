// Package lsm keeps entries in a table in memory until it is written out.
package lsm

import (
	"context"
	"sort"
	"sync"
	"time"
)

type table map[uint64][]byte

// Store has the table that is filled and the one that is written out.
type Store struct {
	limit   int
	mu      sync.Mutex
	room    *sync.Cond
	active  table
	sealed  table
	written int
	wake    chan struct{}
}

// Open starts a store whose tables have room for limit entries.
func Open(ctx context.Context, limit int) *Store {
	s := &Store{limit: limit, active: make(table), wake: make(chan struct{}, 1)}
	s.room = sync.NewCond(&s.mu)
	go s.compact(ctx)
	return s
}

// Put stores an entry and waits while both tables are full.
func (s *Store) Put(key uint64, value []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.active) >= s.limit {
		if s.sealed == nil {
			s.seal()
			break
		}
		s.room.Wait()
	}
	s.active[key] = value
}

func (s *Store) seal() {
	s.sealed, s.active = s.active, make(table)
	s.wake <- struct{}{}
}

func (s *Store) compact(ctx context.Context) {
	for {
		select {
		case <-s.wake:
		case <-ctx.Done():
			return
		}
		s.mu.Lock()
		sealed := s.sealed
		s.mu.Unlock()
		keys := make([]uint64, 0, len(sealed))
		for key := range sealed {
			keys = append(keys, key)
		}
		sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
		time.Sleep(9 * time.Second)
		s.mu.Lock()
		s.written += len(keys)
		s.sealed = nil
		s.mu.Unlock()
		s.room.Broadcast()
	}
}
