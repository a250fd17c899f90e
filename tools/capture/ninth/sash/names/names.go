// Package names is a world of names, some of them frequent.
package names

import (
	"fmt"
	"math/rand"
)

// World has n names.
type World struct {
	n    int
	rng  *rand.Rand
	next int
}

// New has n names.
func New(n int) *World { return &World{n: n, rng: rand.New(rand.NewSource(31))} }

// Heard is what was heard in a turn: thirty frequent names and eleven of all in their order.
func (w *World) Heard(int) []string {
	heard := make([]string, 0, 41)
	for i := 0; i < 30; i++ {
		heard = append(heard, w.name(w.rng.Intn(w.n/40)))
	}
	for i := 0; i < 11; i++ {
		heard = append(heard, w.name(w.next%w.n))
		w.next++
	}
	return heard
}

func (w *World) name(i int) string {
	return fmt.Sprintf("/region-%02d/site-%03d/meter-%05d/reading", i%23, i%677, i)
}
