// Package feed hands regional events to listeners.
package feed

import (
	"context"
	"sync"
)

// Feed is the listeners of every region.
type Feed struct {
	mu      sync.RWMutex
	regions []map[int]chan string
}

// New has n regions.
func New(n int) *Feed {
	f := &Feed{}
	for i := 0; i < n; i++ {
		f.regions = append(f.regions, make(map[int]chan string))
	}
	return f
}

// Listen takes a region's events until ctx ends.
func (f *Feed) Listen(ctx context.Context, region, id int) {
	events := make(chan string, 2)
	f.mu.Lock()
	f.regions[region][id] = events
	f.mu.Unlock()
	defer func() {
		f.mu.Lock()
		delete(f.regions[region], id)
		f.mu.Unlock()
	}()
	var last string
	for {
		select {
		case last = <-events:
			_ = len(last)
		case <-ctx.Done():
			return
		}
	}
}

// Announce sends an event to a region.
func (f *Feed) Announce(region int, event string) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	for _, events := range f.regions[region] {
		select {
		case events <- event:
		default:
		}
	}
}
