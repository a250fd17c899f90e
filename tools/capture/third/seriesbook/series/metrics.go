package series

import (
	"sort"
	"sync"
	"sync/atomic"
)

// Counter only goes up.
type Counter struct{ value uint64 }

// NewCounter is zero.
func NewCounter() *Counter { return new(Counter) }

// Add adds n.
func (c *Counter) Add(n uint64) { atomic.AddUint64(&c.value, n) }

var bounds = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// Histogram counts values by size.
type Histogram struct {
	mu      sync.Mutex
	buckets []uint64
	samples []float64
	sum     float64
}

// NewHistogram is empty.
func NewHistogram() *Histogram {
	return &Histogram{buckets: make([]uint64, len(bounds)+1), samples: make([]float64, 0, 32)}
}

// Observe counts one value.
func (h *Histogram) Observe(value float64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.buckets[sort.SearchFloat64s(bounds, value)]++
	h.sum += value
	if len(h.samples) < cap(h.samples) {
		h.samples = append(h.samples, value)
	}
}
