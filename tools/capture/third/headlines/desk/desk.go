// Package desk picks stories.
package desk

import (
	"sync"

	"git.newsroom.example/wire/headlines/wire"
)

// Desk has the urgent stories, oldest first.
type Desk struct {
	mu     sync.Mutex
	urgent []*wire.Story
	counts map[int]int
}

// New has none.
func New() *Desk { return &Desk{counts: make(map[int]int)} }

// Follow picks the urgent stories of a page.
func (d *Desk) Follow(page []wire.Story) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i := range page {
		s := &page[i]
		d.counts[s.Urgency/100]++
		if s.Urgency == 400 {
			d.urgent = append(d.urgent, s)
		}
	}
}

// Latest returns the last n.
func (d *Desk) Latest(n int) []wire.Story {
	d.mu.Lock()
	defer d.mu.Unlock()
	var latest []wire.Story
	for i := len(d.urgent) - 1; i >= 0 && len(latest) < n; i-- {
		latest = append(latest, *d.urgent[i])
	}
	return latest
}
