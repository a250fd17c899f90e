// Package window collects samples until a window is full.
package window

import "math"

type sample struct {
	at     int
	levels []float64
}

// Window holds samples of the current period.
type Window struct {
	size    int
	samples []*sample
	means   [64]float64
	done    int
}

// New has windows of size samples.
func New(size int) *Window { return &Window{size: size} }

// Add measures once more.
func (w *Window) Add(at int) {
	s := &sample{at: at, levels: make([]float64, 1600)}
	for i := range s.levels[:32] {
		s.levels[i] = math.Sin(float64(at + i))
	}
	w.samples = append(w.samples, s)
	if len(w.samples) == w.size {
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
