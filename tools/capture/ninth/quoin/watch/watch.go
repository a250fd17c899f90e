// Package watch sounds an alarm when something does not move.
package watch

import (
	"log"
	"sync/atomic"
	"time"
)

// Alarms are counted.
type Alarms struct{ count atomic.Int64 }

// NewAlarms has none.
func NewAlarms() *Alarms { return &Alarms{} }

// Count is how many there were.
func (a *Alarms) Count() int64 { return a.count.Load() }

func (a *Alarms) sound(name string, moved int64) {
	a.count.Add(1)
	log.Printf("%s stands still after %d", name, moved)
}

// Dog watches one thing.
type Dog struct {
	name   string
	alarms *Alarms
	every  time.Duration
	moved  atomic.Int64
	over   chan struct{}
}

// Set begins to watch.
func Set(name string, alarms *Alarms, every time.Duration) *Dog {
	d := &Dog{name: name, alarms: alarms, every: every, over: make(chan struct{})}
	go d.watch()
	return d
}

// Moved says that it moved.
func (d *Dog) Moved() { d.moved.Add(1) }

// Off ends the watch.
func (d *Dog) Off() { close(d.over) }

func (d *Dog) watch() {
	clock := time.NewTicker(d.every)
	defer clock.Stop()
	for before := int64(-1); ; {
		select {
		case <-clock.C:
			now := d.moved.Load()
			if now == before {
				d.alarms.sound(d.name, now)
			}
			before = now
		case <-d.over:
			return
		}
	}
}
