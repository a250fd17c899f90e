// Package merge gathers the series of all stores for one query.
package merge

import (
	"errors"
	"sync"
)

var errPartial = errors.New("merge: store answered partially")

type frame struct {
	store, series int
	warning       error
}

// Merge is one query over several stores.
type Merge struct {
	stores, query int
	frames        chan frame
	running       sync.WaitGroup
}

// New asks n stores.
func New(n, query int) *Merge { return &Merge{stores: n, query: query, frames: make(chan frame)} }

// Series counts the series that match.
func (m *Merge) Series() (int, error) {
	for store := 0; store < m.stores; store++ {
		m.running.Add(1)
		go m.stream(store)
	}
	go m.finish()
	count := 0
	for f := range m.frames {
		if f.warning != nil {
			return count, f.warning
		}
		count++
	}
	return count, nil
}

func (m *Merge) finish() {
	m.running.Wait()
	close(m.frames)
}

func (m *Merge) stream(store int) {
	defer m.running.Done()
	for series := 0; series < 5; series++ {
		f := frame{store: store, series: series}
		if m.query%8 == 0 && store == 2 && series == 1 {
			f.warning = errPartial
		}
		m.frames <- f
	}
}
