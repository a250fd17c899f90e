// Package gossip keeps a node in touch with the others.
package gossip

import (
	"sync"
	"time"
)

// Ring is what a node knows of the others.
type Ring struct {
	mu     sync.Mutex
	joined bool
	closed bool
	peers  map[int]string
}

// Begin greets the others, then tends the ring.
func (r *Ring) Begin() {
	go func() {
		r.greet()
		r.tend()
	}()
}

func (r *Ring) greet() {
	for {
		r.mu.Lock()
		if r.closed {
			break
		}
		r.peers[len(r.peers)] = "node"
		r.mu.Unlock()
		time.Sleep(20 * time.Millisecond)
	}
}

func (r *Ring) tend() {
	for {
		r.mu.Lock()
		if r.closed {
			r.mu.Unlock()
			return
		}
		r.joined = len(r.peers) > 0
		r.mu.Unlock()
		time.Sleep(20 * time.Millisecond)
	}
}

// Run starts a ring and closes it.
func Run(int) {
	r := &Ring{peers: map[int]string{}}
	r.Begin()
	time.Sleep(70 * time.Millisecond)
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
}
