// Package floor is where the belts stand.
package floor

import (
	"math/rand"
	"sync/atomic"

	"git.conveyor.example/plant/beltworks/belt"
)

// Part lies on a belt.
type Part struct{ Number, Grams int }

// Floor has belts.
type Floor struct {
	belts []*belt.Belt[Part]
	seen  int64
}

// New has n belts.
func New(n int) *Floor {
	f := &Floor{}
	for i := 0; i < n; i++ {
		f.belts = append(f.belts, belt.New(4000, func(p Part) int { return p.Grams }))
	}
	return f
}

// Bring puts a part on a belt, and takes some off it now and then.
func (f *Floor) Bring(n int) {
	b := f.belts[rand.Intn(len(f.belts))]
	grams := 20 + rand.Intn(60)
	if rand.Intn(45) == 0 {
		grams = 4500
	}
	b.Put(Part{Number: n, Grams: grams})
	if n%3 == 0 {
		b.Unload(3)
	}
}

// Look weighs a belt.
func (f *Floor) Look(n int) {
	atomic.AddInt64(&f.seen, int64(f.belts[n%len(f.belts)].Weight()))
}
