// Package vec has measurements with labels.
package vec

import (
	"hash/fnv"
	"sync"
)

type series struct {
	values  []string
	buckets []uint64
	sum     float64
}

// Vec is one series for each combination of label values.
type Vec struct {
	mu     sync.RWMutex
	labels []string
	series map[uint64][]*series
}

// New has these labels.
func New(labels ...string) *Vec { return &Vec{labels: labels, series: map[uint64][]*series{}} }

func newSeries(values []string) *series {
	return &series{values: append([]string(nil), values...), buckets: make([]uint64, 90)}
}

func join(values []string) uint64 {
	h := fnv.New64a()
	for _, v := range values {
		h.Write([]byte(v))
		h.Write([]byte{0xff})
	}
	return h.Sum64()
}

// With returns an observer for these label values.
func (v *Vec) With(values ...string) func(float64) {
	key := join(values)
	v.mu.Lock()
	defer v.mu.Unlock()
	found := v.series[key]
	if len(found) == 0 {
		found = append(found, newSeries(values))
		v.series[key] = found
	}
	return func(x float64) {
		v.mu.Lock()
		defer v.mu.Unlock()
		found[0].buckets[min(int(x*1000), len(found[0].buckets)-1)]++
		found[0].sum += x
	}
}
