// Package keep has records with their versions.
package keep

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"go.drapery.example/loom/start"
)

// ErrGone is told when a version is older than what is kept.
var ErrGone = errors.New("version is gone")

// Record is one of them.
type Record struct {
	Name    string
	Version int
}

// Store has them.
type Store struct {
	mu       sync.Mutex
	records  map[string]Record
	version  int
	watchers map[chan Record]bool
}

// New has n records, which change.
func New(ctx context.Context, n int) *Store {
	s := &Store{records: map[string]Record{}, watchers: map[chan Record]bool{}}
	start.Beat(ctx, 25, func(i int) { s.put(fmt.Sprint("record-", i*7%n)) })
	return s
}

func (s *Store) put(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.version++
	r := Record{name, s.version}
	s.records[name] = r
	for w := range s.watchers {
		select {
		case w <- r:
		default:
		}
	}
}

// Version is the newest.
func (s *Store) Version() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version
}

// Check says whether changes since a version are still known.
func (s *Store) Check(since int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if since < s.version-200 {
		return fmt.Errorf("%d: %w", since, ErrGone)
	}
	return nil
}

// List sends all records and closes.
func (s *Store) List(to chan<- Record) {
	defer close(to)
	s.mu.Lock()
	all := make([]Record, 0, len(s.records))
	for _, r := range s.records {
		all = append(all, r)
	}
	s.mu.Unlock()
	for _, r := range all {
		to <- r
	}
}

// Changes sends what changes until the context ends, and closes.
func (s *Store) Changes(ctx context.Context, to chan<- Record) {
	defer close(to)
	w := make(chan Record, 64)
	s.mu.Lock()
	s.watchers[w] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.watchers, w)
		s.mu.Unlock()
	}()
	for {
		select {
		case r := <-w:
			select {
			case to <- r:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
