// Package depot keeps the units of a store.
package depot

import (
	"sync"
	"time"
)

// Depot is all units.
type Depot struct {
	mu    sync.RWMutex
	units []*Unit
	queue sweepQueue
}

// Unit is one of them.
type Unit struct{ depot *Depot }

type sweepQueue struct{ waiting []*Unit }

// SweepAll offers every unit to the queue.
func (d *Depot) SweepAll() {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, u := range d.units {
		time.Sleep(30 * time.Millisecond)
		d.queue.offer(u)
	}
}

func (q *sweepQueue) offer(u *Unit) {
	if u.due() {
		q.waiting = append(q.waiting, u)
	}
}

func (u *Unit) due() bool { return u.depot.Leader() != nil }

// Leader is the first unit.
func (d *Depot) Leader() *Unit {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.units[0]
}

func (d *Depot) digest() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.units = d.units[:len(d.units):len(d.units)]
}

// Run sweeps while the depot digests.
func Run(int) {
	d := &Depot{}
	for i := 0; i < 4; i++ {
		d.units = append(d.units, &Unit{depot: d})
	}
	go d.SweepAll()
	time.Sleep(10 * time.Millisecond)
	go d.digest()
}
