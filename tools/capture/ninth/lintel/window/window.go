// Package window sums up the last seconds.
package window

import (
	"sync"

	"go.lintel.example/aggregate/lintel/samples"
)

type second map[string][]float64

// Window has so many seconds.
type Window struct {
	mu      sync.Mutex
	seconds []second
	at      int
	names   map[string]string
}

// New has n empty seconds.
func New(n int) *Window {
	w := &Window{seconds: make([]second, n), names: make(map[string]string)}
	for i := range w.seconds {
		w.seconds[i] = make(second)
	}
	return w
}

// Add puts a batch into the second of now. There is one string for each name.
func (w *Window) Add(batch []samples.Sample) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.seconds[w.at]
	for _, s := range batch {
		name, found := w.names[s.Series]
		if !found {
			name = s.Series
			w.names[name] = name
		}
		now[name] = append(now[name], s.Value)
	}
}

// Turn begins a second in place of the oldest.
func (w *Window) Turn() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = (w.at + 1) % len(w.seconds)
	w.seconds[w.at] = make(second, len(w.names))
}

// Highest is the series with the highest mean.
func (w *Window) Highest() (name string, best float64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for candidate := range w.names {
		sum, n := 0.0, 0
		for _, s := range w.seconds {
			for _, v := range s[candidate] {
				sum += v
				n++
			}
		}
		if n > 0 && sum/float64(n) > best {
			name, best = candidate, sum/float64(n)
		}
	}
	return name, best
}
