// Package measure has histograms by their labels.
package measure

import (
	"sort"
	"sync"
)

type labels struct{ route, method string }

// Histogram counts what is at most a bound.
type Histogram struct {
	mu     sync.Mutex
	bounds [96]float64
	counts [97]uint64
	last   [64]float64
	seen   int
}

// Vector makes a histogram for labels it does not know.
type Vector struct {
	mu  sync.RWMutex
	all map[labels]*Histogram
}

// New knows none.
func New() *Vector { return &Vector{all: make(map[labels]*Histogram)} }

// With is the histogram of some labels.
func (v *Vector) With(route, method string) *Histogram {
	key := labels{route, method}
	v.mu.RLock()
	h := v.all[key]
	v.mu.RUnlock()
	if h != nil {
		return h
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if h := v.all[key]; h != nil {
		return h
	}
	h = newHistogram()
	v.all[key] = h
	return h
}

func newHistogram() *Histogram {
	h := &Histogram{}
	for i := range h.bounds {
		h.bounds[i] = float64(i*i) / 8
	}
	return h
}

// Observe counts a value.
func (h *Histogram) Observe(value float64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.counts[sort.SearchFloat64s(h.bounds[:], value)]++
	h.last[h.seen%len(h.last)] = value
	h.seen++
}
