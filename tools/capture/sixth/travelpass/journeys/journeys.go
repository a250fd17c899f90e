// Package journeys is what travellers do.
package journeys

import (
	"context"
	"log"
	"math/rand"
	"sync"
	"time"

	"git.embarkation.example/gate/travelpass/lifetime"
)

// Desk accompanies travellers.
type Desk struct {
	life *lifetime.Life
	mu   sync.Mutex
	on   map[*journey]struct{}
}

type journey struct {
	number int
	steps  []time.Duration
	pass   [5 << 10]byte
	cancel context.CancelFunc
}

// NewDesk accompanies for as long as life lasts.
func NewDesk(life *lifetime.Life) *Desk {
	return &Desk{life: life, on: make(map[*journey]struct{})}
}

// Accompany goes along from the first step to the last, or until the traveller gives up.
func (d *Desk) Accompany(n int) {
	if err := d.life.Admit(); err != nil {
		return
	}
	ctx, cancel := context.WithCancel(d.life)
	defer cancel()
	j := plan(n, cancel)
	d.begin(j)
	defer d.end(j)
	for _, step := range j.steps {
		pause := time.NewTimer(step)
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
			return
		}
	}
}

func plan(n int, cancel context.CancelFunc) *journey {
	rng := rand.New(rand.NewSource(int64(n)))
	j := &journey{number: n, cancel: cancel}
	rng.Read(j.pass[:])
	for left := time.Duration(6+rng.Intn(32)) * time.Second; left > 0; {
		step := time.Duration(1+rng.Intn(9)) * time.Second
		if step > left {
			step = left
		}
		left -= step
		j.steps = append(j.steps, step)
	}
	return j
}

func (d *Desk) begin(j *journey) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.on[j] = struct{}{}
}

func (d *Desk) end(j *journey) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.on, j)
}

// Count logs how many are on the way; every fiftieth gives up.
func (d *Desk) Count() {
	d.mu.Lock()
	defer d.mu.Unlock()
	log.Printf("%d on the way", len(d.on))
	for j := range d.on {
		if j.number%50 == 7 {
			j.cancel()
		}
	}
}
