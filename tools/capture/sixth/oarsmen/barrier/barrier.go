// Package barrier is where a number of workers meet, again and again.
package barrier

import "sync"

// Barrier lets all go on when the last has come.
type Barrier struct {
	mu      sync.Mutex
	opened  *sync.Cond
	parties int
	here    int
	round   int
	between func(round int)
}

// New is for so many parties; between runs when all are here.
func New(parties int, between func(round int)) *Barrier {
	b := &Barrier{parties: parties, between: between}
	b.opened = sync.NewCond(&b.mu)
	return b
}

// Meet waits for all others and tells which round comes next.
func (b *Barrier) Meet() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.here++
	if b.here == b.parties {
		b.between(b.round)
		b.here = 0
		b.round++
		b.opened.Broadcast()
		return b.round
	}
	for mine := b.round; mine == b.round; {
		b.opened.Wait()
	}
	return b.round
}
