// Package pulse measures how long things take.
package pulse

import (
	"sync"
	"time"
)

// Sample is one measurement.
type Sample struct {
	At   time.Time
	Took time.Duration
	Who  int
}

// Timer has the samples since it was last collected.
type Timer struct {
	mu      sync.Mutex
	samples []Sample
}

// Observe notes one.
func (t *Timer) Observe(who int, took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.samples = append(t.samples, Sample{At: time.Now(), Took: took, Who: who})
}

func (t *Timer) drain() []Sample {
	t.mu.Lock()
	defer t.mu.Unlock()
	taken := t.samples
	t.samples = nil
	return taken
}

// Book has timers by name.
type Book struct {
	mu     sync.Mutex
	timers map[string]*Timer
}

// NewBook is empty.
func NewBook() *Book { return &Book{timers: make(map[string]*Timer)} }

// Timer returns the timer called name.
func (b *Book) Timer(name string) *Timer {
	b.mu.Lock()
	defer b.mu.Unlock()
	t := b.timers[name]
	if t == nil {
		t = &Timer{}
		b.timers[name] = t
	}
	return t
}

// Collect takes all samples: call it once a period, for whoever draws the curves.
func (b *Book) Collect() map[string][]Sample {
	b.mu.Lock()
	defer b.mu.Unlock()
	taken := make(map[string][]Sample, len(b.timers))
	for name, t := range b.timers {
		taken[name] = t.drain()
	}
	return taken
}
