// Package beats puts the heartbeats of many parts together.
package beats

import (
	"sync"
	"time"
)

// Node has parts and the beats they wait to send.
type Node struct {
	pending struct {
		sync.Mutex
		beats []int
	}
	part *Part
}

// Part is one replicated part.
type Part struct {
	node *Node
	mu   sync.Mutex
	miss int
}

func (n *Node) flush() {
	n.pending.Lock()
	defer n.pending.Unlock()
	time.Sleep(15 * time.Millisecond)
	for range n.pending.beats {
		n.send()
	}
}

func (n *Node) send() { n.part.reportMissing() }

func (p *Part) reportMissing() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.miss++
}

func (p *Part) tick() {
	p.mu.Lock()
	defer p.mu.Unlock()
	time.Sleep(15 * time.Millisecond)
	p.queue()
}

func (p *Part) queue() bool {
	p.node.pending.Lock()
	defer p.node.pending.Unlock()
	p.node.pending.beats = append(p.node.pending.beats, p.miss)
	return true
}

// Run flushes and ticks.
func Run(int) {
	n := &Node{}
	n.part = &Part{node: n}
	n.pending.beats = append(n.pending.beats, 1)
	go n.flush()
	go n.part.tick()
}
