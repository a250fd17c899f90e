// Package probe samples meters at intervals.
package probe

import (
	"time"

	"example.org/ops/pool"
)

// Sample is one reading.
type Sample struct {
	Meter int
	Value int64
}

// Probe samples one meter.
type Probe struct {
	meter    int
	interval time.Duration
	store    *pool.Pool[Sample]
}

type entry struct {
	probe *Probe
	stop  chan struct{}
}

// Plan is a probe for every meter.
type Plan struct {
	store   *pool.Pool[Sample]
	entries []entry
}

// NewPlan starts n probes.
func NewPlan(n int, store *pool.Pool[Sample]) *Plan {
	p := &Plan{store: store, entries: make([]entry, n)}
	for i := range p.entries {
		p.start(i, 5*time.Second)
	}
	return p
}

// Replace samples a meter at another interval from now on.
func (p *Plan) Replace(meter int) {
	p.start(meter%len(p.entries), time.Duration(3+meter%5)*time.Second)
}

// Stop ends all probes.
func (p *Plan) Stop() {
	for _, e := range p.entries {
		close(e.stop)
	}
}

func (p *Plan) start(meter int, interval time.Duration) {
	e := entry{probe: &Probe{meter: meter, interval: interval, store: p.store}, stop: make(chan struct{})}
	p.entries[meter] = e
	go e.probe.sample(e.stop)
}

func (p *Probe) sample(stop <-chan struct{}) {
	tick := time.NewTicker(p.interval)
	defer tick.Stop()
	for {
		select {
		case at := <-tick.C:
			p.store.Offer(Sample{Meter: p.meter, Value: at.UnixNano() % 5000})
		case <-stop:
			return
		}
	}
}
