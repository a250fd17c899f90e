// Package batch does several things at once.
package batch

import (
	"log"
	"sync"
)

// Group is some work that goes on at the same time.
type Group struct {
	members sync.WaitGroup

	mu     sync.Mutex
	faults int
}

// Once adds a piece of work.
func (g *Group) Once(work func()) {
	g.members.Add(1)
	go g.once(work)
}

func (g *Group) once(work func()) {
	defer g.recover()
	work()
	g.members.Done()
}

func (g *Group) recover() {
	if fault := recover(); fault != nil {
		g.mu.Lock()
		g.faults++
		g.mu.Unlock()
		log.Printf("batch: recovered: %v", fault)
	}
}

// Join waits until all work is done.
func (g *Group) Join() {
	g.members.Wait()
}
