// Package stage has the tempo of each band; one that nobody renews falls back to the usual.
package stage

import (
	"sync"
	"time"

	"git.bandstand.example/tempo/drumline/score"
)

const (
	usual = 96
	hold  = 6 * time.Minute
)

type tempo struct {
	mu     sync.Mutex
	beats  int
	latest score.Change
	back   *time.Timer
}

// Stage is all bands.
type Stage struct{ bands []*tempo }

// New has so many bands.
func New(bands int) *Stage {
	s := &Stage{}
	for n := 0; n < bands; n++ {
		s.bands = append(s.bands, &tempo{beats: usual})
	}
	return s
}

// Take sets a band's tempo.
func (s *Stage) Take(change score.Change) {
	t := s.bands[change.Band]
	t.mu.Lock()
	defer t.mu.Unlock()
	t.beats, t.latest = change.Beats, change
	t.back = t.later(change)
}

func (t *tempo) later(change score.Change) *time.Timer {
	return time.AfterFunc(hold, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.latest == change {
			t.beats = usual
		}
	})
}
