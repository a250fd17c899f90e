// Package follow applies a leader's entries on several followers.
package follow

import "sync/atomic"

// Follower applies entries of one term.
type Follower struct {
	term    int
	entries chan []byte
	stop    chan struct{}
	applied *int64
}

// Group is the followers of the current term.
type Group struct {
	n         int
	followers []*Follower
	stop      chan struct{}
	applied   int64
}

// NewGroup has n followers.
func NewGroup(n int) *Group {
	g := &Group{n: n}
	g.Elect(0)
	return g
}

// Elect starts the followers of a new term.
func (g *Group) Elect(term int) {
	g.stop = make(chan struct{})
	if term%4 == 0 && term > 0 {
		close(g.stop)
		g.stop = make(chan struct{})
	}
	g.followers = g.followers[:0:0]
	for i := 0; i < g.n; i++ {
		f := &Follower{term: term, entries: make(chan []byte, 8), stop: g.stop, applied: &g.applied}
		g.followers = append(g.followers, f)
		go f.apply()
	}
}

// Append hands an entry to all followers.
func (g *Group) Append(entry []byte) {
	for _, f := range g.followers {
		select {
		case f.entries <- entry:
		default:
		}
	}
}

// Stop ends the current followers.
func (g *Group) Stop() { close(g.stop) }

func (f *Follower) apply() {
	for {
		select {
		case entry := <-f.entries:
			atomic.AddInt64(f.applied, int64(len(entry)))
		case <-f.stop:
			return
		}
	}
}
