// Package registry has a histogram for each combination of labels.
package registry

import (
	"strings"
	"sync"
)

// Vector has at most a number of histograms; what would exceed it is counted in one together.
type Vector struct {
	most   int
	labels []string
	mu     sync.RWMutex
	series map[string]*Histogram
	rest   *Histogram
}

// NewVector is a vector with these labels.
func NewVector(most int, labels ...string) *Vector {
	return &Vector{most: most, labels: labels, series: make(map[string]*Histogram), rest: newHistogram(nil)}
}

// With returns the histogram of a combination.
func (v *Vector) With(values ...string) *Histogram {
	key := strings.Join(values, "\xff")
	v.mu.RLock()
	h, ok := v.series[key]
	v.mu.RUnlock()
	if ok {
		return h
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if h, ok = v.series[key]; ok {
		return h
	}
	if len(v.series) >= v.most {
		return v.rest
	}
	h = newHistogram(append([]string(nil), values...))
	v.series[key] = h
	return h
}

// Each visits all histograms.
func (v *Vector) Each(visit func(*Histogram)) {
	v.mu.RLock()
	all := make([]*Histogram, 0, len(v.series)+1)
	for _, h := range v.series {
		all = append(all, h)
	}
	v.mu.RUnlock()
	for _, h := range append(all, v.rest) {
		visit(h)
	}
}
