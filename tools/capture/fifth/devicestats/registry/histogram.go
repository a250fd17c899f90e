package registry

import (
	"math"
	"sync"
	"time"
)

const buckets = 480

type exemplar struct {
	trace string
	value float64
	at    time.Time
}

// Histogram counts values by magnitude and has an example for each ten magnitudes.
type Histogram struct {
	Values    []string
	mu        sync.Mutex
	counts    []uint64
	exemplars []exemplar
	sum       float64
}

func newHistogram(values []string) *Histogram {
	return &Histogram{Values: values, counts: make([]uint64, buckets), exemplars: make([]exemplar, buckets/10)}
}

// Observe counts value.
func (h *Histogram) Observe(value float64, trace string) {
	at := int(40 * math.Log2(1+value))
	if at >= buckets {
		at = buckets - 1
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.counts[at]++
	h.sum += value
	h.exemplars[at/10] = exemplar{trace: trace, value: value, at: time.Now()}
}

// Totals returns how many values there were and their sum.
func (h *Histogram) Totals() (count uint64, sum float64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, n := range h.counts {
		count += n
	}
	return count, h.sum
}
