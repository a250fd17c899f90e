// Package node replaces tasks all the time.
package node

import (
	"context"
	"log"
	"sync"
	"time"

	"go.firecrest.example/nodes/firecrest/provider"
	"go.firecrest.example/nodes/firecrest/task"
)

// Node has so many tasks at a time.
type Node struct {
	provider provider.Provider
	most     int

	mu      sync.Mutex
	running []*task.Task
}

// New has none yet.
func New(p provider.Provider, most int) *Node { return &Node{provider: p, most: most} }

// Turn begins a task, and ends the oldest when there are too many.
func (n *Node) Turn(turn int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	t := task.New(turn)
	n.provider.Run(t)
	n.running = append(n.running, t)
	if len(n.running) > n.most {
		n.provider.Remove(n.running[0])
		n.running[0] = nil
		n.running = append(make([]*task.Task, 0, n.most+1), n.running[1:]...)
	}
}

// Probe looks at one of the tasks now and then.
func (n *Node) Probe(ctx context.Context, number int) {
	clock := time.NewTicker(time.Second + time.Duration(number)*20*time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			n.probe(number)
		case <-ctx.Done():
			return
		}
	}
}

func (n *Node) probe(number int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if number >= len(n.running) {
		return
	}
	if state, found := n.provider.State(n.running[number].Name); !found {
		log.Printf("%s: %s", n.running[number].Name, state)
	}
}
