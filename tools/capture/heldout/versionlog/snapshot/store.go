// Package snapshot has settings that are read without locks.
package snapshot

import "sync/atomic"

type snapshot struct {
	number   int
	values   []int
	previous *snapshot
}

// Store has a newest snapshot.
type Store struct{ newest atomic.Pointer[snapshot] }

// NewStore has nine hundred settings.
func NewStore() *Store {
	s := &Store{}
	s.newest.Store(&snapshot{values: make([]int, 900)})
	return s
}

func next(old *snapshot) *snapshot {
	return &snapshot{number: old.number + 1, values: append([]int(nil), old.values...), previous: old}
}

// Commit changes one setting.
func (s *Store) Commit(setting, value int) {
	fresh := next(s.newest.Load())
	fresh.values[setting] = value
	s.newest.Store(fresh)
}

// Changed counts what the newest snapshot changed.
func (s *Store) Changed() (n int) {
	newest := s.newest.Load()
	if newest.previous == nil {
		return len(newest.values)
	}
	for i, value := range newest.values {
		if value != newest.previous.values[i] {
			n++
		}
	}
	return n
}
