// Package fold has counters with labels, so many and no more.
package fold

import "sync"

type key struct{ tenant, area string }

type counter struct {
	key   key
	value float64
	byDay [60]float64
}

// Vec is bounded.
type Vec struct {
	mu       sync.Mutex
	most     int
	counters map[key]*counter
	rest     counter
}

// New has room for most counters.
func New(most int) *Vec { return &Vec{most: most, counters: map[key]*counter{}} }

// Count adds to a counter, or to the rest when there are too many.
func (v *Vec) Count(tenant, area string, n float64) {
	k := key{tenant, area}
	v.mu.Lock()
	defer v.mu.Unlock()
	c, ok := v.counters[k]
	if !ok {
		if len(v.counters) >= v.most {
			v.rest.value += n
			return
		}
		c = &counter{key: k}
		v.counters[k] = c
	}
	c.value += n
	c.byDay[int(c.value)%len(c.byDay)]++
}
