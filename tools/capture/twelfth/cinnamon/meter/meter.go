// Package meter counts and measures by labels.
package meter

import (
	"hash/fnv"
	"sync"
)

var bounds = []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

type histogram struct {
	labels []string
	counts []uint64
	sum    float64
	total  uint64
}

func newHistogram(labels []string) *histogram {
	return &histogram{labels: append([]string(nil), labels...), counts: make([]uint64, len(bounds)+1)}
}

// HistogramVec is a histogram for each combination of labels.
type HistogramVec struct {
	name   string
	mu     sync.RWMutex
	series map[uint64][]*histogram
}

func hash(values []string) uint64 {
	h := fnv.New64a()
	for _, v := range values {
		_, _ = h.Write([]byte(v))
		_, _ = h.Write([]byte{0xff})
	}
	return h.Sum64()
}

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

func (v *HistogramVec) with(values []string) *histogram {
	key := hash(values)
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, h := range v.series[key] {
		if same(h.labels, values) {
			return h
		}
	}
	h := newHistogram(values)
	v.series[key] = append(v.series[key], h)
	return h
}

// Observe notes a value for labels.
func (v *HistogramVec) Observe(value float64, values ...string) {
	h := v.with(values)
	v.mu.Lock()
	defer v.mu.Unlock()
	i := 0
	for i < len(bounds) && value > bounds[i] {
		i++
	}
	h.counts[i]++
	h.sum += value
	h.total++
}

// Registry has all of a process.
type Registry struct{ vecs []*HistogramVec }

// NewRegistry has none yet.
func NewRegistry() *Registry { return &Registry{} }

// Histogram adds one by a name.
func (r *Registry) Histogram(name string) *HistogramVec {
	v := &HistogramVec{name: name, series: make(map[uint64][]*histogram)}
	r.vecs = append(r.vecs, v)
	return v
}

// Total is how much was observed.
func (r *Registry) Total() (n uint64) {
	for _, v := range r.vecs {
		v.mu.RLock()
		for _, all := range v.series {
			for _, h := range all {
				n += h.total
			}
		}
		v.mu.RUnlock()
	}
	return n
}
