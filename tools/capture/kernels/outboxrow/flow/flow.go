// Package flow carries rows between the stages of a query.
package flow

import (
	"sync"
	"sync/atomic"
)

const room = 16

// Lane takes rows until its reader closes it.
type Lane struct {
	closed uint32
	rows   chan int
}

// Push puts a row in unless the reader has closed.
func (l *Lane) Push(row int) bool {
	if atomic.LoadUint32(&l.closed) != 0 {
		return false
	}
	l.rows <- row
	return true
}

// Outbox reads a lane.
type Outbox struct{ Lane }

func (o *Outbox) start(all *sync.WaitGroup) {
	all.Add(1)
	go o.run(all)
}

func (o *Outbox) run(all *sync.WaitGroup) {
	defer all.Done()
	o.loop()
}

func (o *Outbox) loop() {}

// Run fills an outbox whose loop ends at once.
func Run(int) {
	o := &Outbox{Lane{rows: make(chan int, room)}}
	for i := 0; i < room; i++ {
		o.Push(i)
	}
	var all, pushed sync.WaitGroup
	pushed.Add(1)
	go func() {
		defer pushed.Done()
		o.Push(-1)
	}()
	o.start(&all)
	all.Wait()
	o.Push(-2)
}
