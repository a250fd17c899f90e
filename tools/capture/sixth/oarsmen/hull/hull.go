// Package hull is the model that is computed.
package hull

import (
	"context"
	"math"
	"math/rand"
	"time"

	"git.longboat.example/sim/oarsmen/barrier"
)

// Model has a cell for each worker, which sees its neighbours' of the round before.
type Model struct {
	now, next []cell
}

type cell struct {
	heights [256]float64
	wait    time.Duration // the measurement that the cell needs comes from a slow instrument
}

// NewModel has so many cells.
func NewModel(cells int) *Model {
	m := &Model{now: make([]cell, cells), next: make([]cell, cells)}
	m.plan(0)
	return m
}

// plan says which cells have to be measured: a few, and one of these takes long.
func (m *Model) plan(round int) {
	rng := rand.New(rand.NewSource(int64(round)))
	for i := range m.now {
		m.now[i].wait = time.Duration(rng.Intn(900)) * time.Millisecond
		if rng.Intn(20) == 0 {
			m.now[i].wait += time.Duration(rng.Intn(14)) * time.Second
		}
	}
	m.now[rng.Intn(len(m.now))].wait = time.Duration(18+rng.Intn(14)) * time.Second
}

// Exchange makes what was computed the state of the next round.
func (m *Model) Exchange(round int) {
	m.now, m.next = m.next, m.now
	m.plan(round + 1)
}

// Row computes a cell until ctx ends.
func (m *Model) Row(ctx context.Context, number int, steps *barrier.Barrier) {
	for ctx.Err() == nil {
		m.measure(number)
		m.compute(number)
		steps.Meet()
	}
}

func (m *Model) measure(number int) { time.Sleep(m.now[number].wait) }

func (m *Model) compute(number int) {
	left, right := m.now[(number+len(m.now)-1)%len(m.now)], m.now[(number+1)%len(m.now)]
	for i := range left.heights {
		m.next[number].heights[i] = math.Sin(float64(number+i)) + (left.heights[i]+right.heights[i])/2
	}
}
