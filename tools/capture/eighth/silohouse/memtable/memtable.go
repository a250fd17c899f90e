// Package memtable is records in memory on their way to files.
package memtable

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"time"
)

type record struct {
	key   string
	value []byte
}

// Store has an active and at most one frozen table.
type Store struct {
	folder string

	mu     sync.Mutex
	active map[string]*record
	frozen map[string]*record
	files  int
}

// New writes below a folder.
func New(folder string) *Store { return &Store{folder: folder, active: make(map[string]*record)} }

// Set writes a record.
func (s *Store) Set(n int) {
	r := &record{key: fmt.Sprintf("key-%08d", n), value: make([]byte, 900)}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.active[r.key] = r
}

// Flush freezes the table and writes it out.
func (s *Store) Flush() error {
	s.mu.Lock()
	s.frozen, s.active = s.active, make(map[string]*record)
	frozen := s.frozen
	s.files++
	path := filepath.Join(s.folder, fmt.Sprintf("table-%d", s.files%3))
	s.mu.Unlock()
	if err := write(path, frozen); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frozen = nil
	return nil
}

func write(path string, table map[string]*record) error {
	keys := make([]string, 0, len(table))
	for key := range table {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	for i, key := range keys {
		if _, err := out.Write(table[key].value); err != nil {
			return err
		}
		if i%500 == 499 {
			time.Sleep(150 * time.Millisecond)
		}
	}
	return out.Flush()
}
