// Package streams joins the parts of a query.
package streams

import "sync"

// Receiver takes rows.
type Receiver interface{ Push(row int) }

// Lane is a receiver with a buffer.
type Lane struct{ rows chan int }

// Push waits for room.
func (l *Lane) Push(row int) { l.rows <- row }

type registry struct {
	sync.Mutex
	flows map[int][]Receiver
}

// Flow is one query's.
type Flow struct {
	id  int
	reg *registry
}

func (r *registry) pending(id int) []Receiver { return r.flows[id] }

func (f *Flow) cancel() {
	f.reg.Lock()
	late := f.reg.pending(f.id)
	f.reg.Unlock()
	for _, receiver := range late {
		receiver.Push(-1)
	}
}

// Run cancels a flow with a full lane.
func Run(n int) {
	left, right := &Lane{rows: make(chan int, 1)}, &Lane{rows: make(chan int, 1)}
	left.Push(7)
	f := &Flow{id: n, reg: &registry{flows: map[int][]Receiver{n: {right, left}}}}
	f.cancel()
}
