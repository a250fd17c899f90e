// Package group is one small log and its three goroutines.
package group

import (
	"context"
	"sync"

	"git.assembly.example/raft/quorumhall/ballot"
)

type entry struct {
	index int
	text  [512]byte
}

type group struct {
	number    int
	beats     chan int
	proposals chan entry
	committed chan entry
	term      int
	journal
	state map[int]byte
}

// journal is what has to be written down.
type journal struct {
	mu      sync.Mutex
	grown   *sync.Cond
	entries []entry
	over    bool
}

// Hall has groups.
type Hall struct{ groups []*group }

// Open has so many groups until ctx ends.
func Open(ctx context.Context, groups int) *Hall {
	h := &Hall{}
	for i := 0; i < groups; i++ {
		g := &group{
			number: i, beats: make(chan int, 1), proposals: make(chan entry), committed: make(chan entry, 8),
			state: make(map[int]byte),
		}
		g.grown = sync.NewCond(&g.mu)
		h.groups = append(h.groups, g)
		go g.vote(ctx)
		go g.apply()
		go g.write()
	}
	return h
}

// Beat lets the nth group know that its leader is there.
func (h *Hall) Beat(n int) {
	select {
	case h.groups[n%len(h.groups)].beats <- n:
	default:
	}
}

// Propose adds an entry to the nth group.
func (h *Hall) Propose(n int) {
	h.groups[n%len(h.groups)].proposals <- entry{index: n}
}

func (g *group) vote(ctx context.Context) {
	clock := ballot.NewClock(int64(g.number))
	defer clock.Stop()
	defer g.end()
	for {
		select {
		case <-g.beats:
			clock.Again()
		case e := <-g.proposals:
			g.note(e)
			g.committed <- e
		case <-clock.Due():
			g.term++
			clock.Again()
		case <-ctx.Done():
			return
		}
	}
}

func (g *group) end() {
	close(g.committed)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.over = true
	g.grown.Broadcast()
}

func (g *group) apply() {
	for e := range g.committed {
		g.state[e.index%64] = e.text[0] + 1
	}
}

func (j *journal) note(e entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.entries = append(j.entries, e)
	j.grown.Signal()
}

func (j *journal) write() {
	var written [64]entry
	for {
		batch := j.take()
		if batch == nil {
			return
		}
		for _, e := range batch {
			written[e.index%len(written)] = e
		}
	}
}

func (j *journal) take() []entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	for len(j.entries) == 0 && !j.over {
		j.grown.Wait()
	}
	batch := j.entries
	j.entries = nil
	return batch
}
