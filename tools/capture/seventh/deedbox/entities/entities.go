// Package entities knows who is who.
package entities

import (
	"fmt"
	"sync"
	"time"

	"go.notarial.example/identity/deedbox/memtable"
)

const most = 4000

// Store guards what belongs together with a lock of its own.
type Store struct {
	mu    sync.RWMutex
	table *memtable.Table
	alias map[int]int
}

// NewStore is empty.
func NewStore() *Store { return &Store{table: memtable.New(), alias: make(map[int]int)} }

// Create makes an entity.
func (s *Store) Create(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id %= most
	s.alias[id] = id
	time.Sleep(2 * time.Millisecond) // the policy is looked up
	s.upsert(id)
}

func (s *Store) upsert(id int) {
	txn := s.table.Begin()
	defer txn.Commit()
	txn.Set(fmt.Sprint("entity/", id), time.Now().String())
}

// Merge makes one of two.
func (s *Store) Merge(from, to int) {
	txn := s.table.Begin()
	defer txn.Commit()
	txn.Set(fmt.Sprint("entity/", from%most), fmt.Sprint("merged into ", to))
	time.Sleep(5 * time.Millisecond) // both are read
	s.mu.Lock()
	defer s.mu.Unlock()
	s.alias[from%most] = to % most
}

// Lookup returns the row of an entity.
func (s *Store) Lookup(id int) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.table.Get(fmt.Sprint("entity/", s.alias[id%most]))
}
