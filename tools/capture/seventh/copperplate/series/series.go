// Package series is the index of what is measured.
package series

import "sync"

// Series is one name and where its points are.
type Series struct {
	Name   string
	Tags   []string
	Points int
	Last   string
}

// Index has all series that were ever seen: that is its purpose.
type Index struct {
	mu     sync.RWMutex
	series map[string]*Series
}

// NewIndex is empty.
func NewIndex() *Index { return &Index{series: make(map[string]*Series)} }

// Add counts a point and returns whether its series is new.
func (x *Index) Add(name string, tags func() []string) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	s, known := x.series[name]
	if !known {
		s = &Series{Name: name, Tags: tags()}
		x.series[name] = s
	}
	s.Points++
	return !known
}

// Len is how many series there are.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.series)
}
