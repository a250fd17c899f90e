// Package buoy measures.
package buoy

import (
	"math/rand"
	"time"

	"go.leadline.example/chart/sounding/depths"
)

// Buoy measures echoes in a window of time.
type Buoy struct {
	rng    *rand.Rand
	broken bool
}

// New is a buoy, perhaps with a broken sensor.
func New(n int, broken bool) *Buoy {
	return &Buoy{rng: rand.New(rand.NewSource(int64(n))), broken: broken}
}

// Report measures for ever.
func (b *Buoy) Report(chart *depths.Chart, period time.Duration) {
	for {
		time.Sleep(period)
		b.report(chart)
	}
}

func (b *Buoy) report(chart *depths.Chart) {
	chart.Note(b.depth())
	chart.Note(b.depth())
}

func (b *Buoy) depth() float64 {
	echoes, took := float64(b.rng.Intn(4000)+1), float64(b.rng.Intn(9)+1)
	if b.broken {
		echoes, took = 0, 0
	}
	return echoes / took
}
