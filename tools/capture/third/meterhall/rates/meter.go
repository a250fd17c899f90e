// Package rates measures events a second, smoothed.
package rates

import (
	"math"
	"sync"
	"time"
)

// window is a moving average over a span of minutes.
type window struct {
	minutes float64
	rate    float64
}

func (w *window) turn(count int) {
	share := 1 - math.Exp(-period.Minutes()/w.minutes)
	w.rate += share * (float64(count)/period.Seconds() - w.rate)
}

const period = 3 * time.Second

type averages struct {
	sync.Mutex
	pending int
	windows [3]window
}

// decay lets the averages grow old.
func (a *averages) decay() {
	for {
		time.Sleep(period)
		a.Lock()
		for i := range a.windows {
			a.windows[i].turn(a.pending)
		}
		a.pending = 0
		a.Unlock()
	}
}

// Meter measures one thing.
type Meter struct {
	averages
	total int
}

// Mark notes n events.
func (m *Meter) Mark(n int) {
	m.Lock()
	defer m.Unlock()
	m.pending += n
	m.total += n
}

// Registry has meters by name.
type Registry struct {
	mu     sync.Mutex
	meters map[string]*Meter
}

// NewRegistry is empty.
func NewRegistry() *Registry { return &Registry{meters: make(map[string]*Meter)} }

// Meter returns the meter of that name, a new one if there is none.
func (r *Registry) Meter(name string) *Meter {
	r.mu.Lock()
	defer r.mu.Unlock()
	m, ok := r.meters[name]
	if !ok {
		m = &Meter{averages: averages{windows: [3]window{{minutes: 1}, {minutes: 5}, {minutes: 15}}}}
		start := m.decay
		go start()
		r.meters[name] = m
	}
	return m
}

// Remove forgets a meter.
func (r *Registry) Remove(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.meters, name)
}
