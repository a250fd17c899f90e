// Package metric has labelled counters.
package metric

import (
	"hash/fnv"
	"strings"
	"sync"
	"sync/atomic"
)

// Counter is one series.
type Counter struct {
	value  uint64
	labels []string
	line   string
	recent [64]float64
}

// Add counts n more.
func (c *Counter) Add(n uint64) { atomic.AddUint64(&c.value, n) }

// CounterVec is a counter by label values.
type CounterVec struct {
	name   string
	labels []string
	mu     sync.RWMutex
	series map[uint64]*Counter
}

// NewCounterVec returns a vector with these label names.
func NewCounterVec(name string, labels ...string) *CounterVec {
	return &CounterVec{name: name, labels: labels, series: map[uint64]*Counter{}}
}

// With returns the series of these label values.
func (v *CounterVec) With(values ...string) *Counter {
	hash := fnv.New64a()
	for _, value := range values {
		_, _ = hash.Write([]byte(value))
	}
	key := hash.Sum64()
	v.mu.RLock()
	c, ok := v.series[key]
	v.mu.RUnlock()
	if ok {
		return c
	}
	c = &Counter{labels: values, line: join(v.name, v.labels, values)}
	v.mu.Lock()
	v.series[key] = c
	v.mu.Unlock()
	return c
}

func join(name string, labels, values []string) string {
	var line strings.Builder
	line.WriteString(name)
	for i, label := range labels {
		line.WriteString(" " + label + "=" + values[i])
	}
	return line.String()
}
