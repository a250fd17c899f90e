// Package series has measurements with labels.
package series

import (
	"hash/maphash"
	"sync"
)

var seed = maphash.MakeSeed()

type labelled[M any] struct {
	labels []string
	metric M
}

// Vec has a metric for each combination of labels that was used.
type Vec[M any] struct {
	name string
	make func() M

	mu   sync.RWMutex
	byID map[uint64][]labelled[M]
}

// NewVec has none yet.
func NewVec[M any](name string, make1 func() M) *Vec[M] {
	return &Vec[M]{name: name, make: make1, byID: make(map[uint64][]labelled[M])}
}

// With returns the metric for the labels, given as name, value, name, value.
func (v *Vec[M]) With(labels ...string) M {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, l := range labels {
		h.WriteString(l)
		h.WriteByte(0)
	}
	id := h.Sum64()
	v.mu.RLock()
	m, ok := find(v.byID[id], labels)
	v.mu.RUnlock()
	if ok {
		return m
	}
	return v.add(id, labels)
}

func (v *Vec[M]) add(id uint64, labels []string) M {
	v.mu.Lock()
	defer v.mu.Unlock()
	if m, ok := find(v.byID[id], labels); ok {
		return m
	}
	m := v.make()
	v.byID[id] = append(v.byID[id], labelled[M]{labels: append([]string(nil), labels...), metric: m})
	return m
}

func find[M any](among []labelled[M], labels []string) (m M, ok bool) {
	for _, l := range among {
		if same(l.labels, labels) {
			return l.metric, true
		}
	}
	return m, false
}

func same(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
