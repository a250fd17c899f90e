// Package followers act when a signal is raised.
package followers

import (
	"log"
	"sync"
)

// Tide is how high the water is.
type Tide struct{ Height float64 }

// Gate is open or not.
type Gate struct{ Open bool }

// Follower remembers the last of each.
type Follower struct {
	name string

	mu      sync.Mutex
	highest float64
	open    bool
	chart   [512]float64
	at      int
}

// New has seen nothing.
func New(name string) *Follower { return &Follower{name: name} }

// Tides follows tides until there are no more.
func (f *Follower) Tides(tides <-chan Tide) {
	for tide := range tides {
		f.mark(tide)
	}
}

func (f *Follower) mark(tide Tide) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.chart[f.at%len(f.chart)] = tide.Height
	f.at++
	if tide.Height > f.highest {
		f.highest = tide.Height
	}
}

// Gates follows gates until there are no more.
func (f *Follower) Gates(gates <-chan Gate) {
	for {
		gate, more := <-gates
		if !more {
			return
		}
		f.mu.Lock()
		if f.open != gate.Open {
			log.Printf("%s: open %v, highest %.1f", f.name, gate.Open, f.highest)
		}
		f.open = gate.Open
		f.mu.Unlock()
	}
}
