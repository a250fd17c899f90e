// Package window collects samples until a window is full.
package window

import (
	"math"
	"time"
)

type sample struct {
	at     int
	levels []float64
}

// Window holds samples of the current period.
type Window struct {
	length  time.Duration
	ends    time.Time
	samples []*sample
	means   [64]float64
	done    int
}

// New has windows of this length.
func New(length time.Duration) *Window { return &Window{length: length, ends: time.Now().Add(length)} }

// Add measures once more.
func (w *Window) Add(at int) {
	s := &sample{at: at, levels: make([]float64, 1600)}
	for i := range s.levels[:32] {
		s.levels[i] = math.Sin(float64(at + i))
	}
	w.samples = append(w.samples, s)
	if time.Now().After(w.ends) {
		w.ends = w.ends.Add(w.length)
		w.reduce()
	}
}

func (w *Window) reduce() {
	sum := 0.0
	for _, s := range w.samples {
		sum += s.levels[0]
	}
	w.means[w.done%len(w.means)] = sum / float64(len(w.samples))
	w.done++
	w.samples = nil
}
