// Package raftnode runs one node.
package raftnode

import "time"

// State is what a node says of itself.
type State struct{ term int }

// Node is driven by one loop.
type Node struct {
	status chan chan State
	stop   chan struct{}
	done   chan struct{}
}

// Status asks the loop.
func (n *Node) Status() State {
	answer := make(chan State)
	n.status <- answer
	return <-answer
}

func (n *Node) run() {
	for {
		select {
		case answer := <-n.status:
			answer <- State{term: 1}
		case <-n.stop:
			close(n.done)
			return
		}
	}
}

// Stop ends the loop.
func (n *Node) Stop() {
	select {
	case n.stop <- struct{}{}:
	case <-n.done:
		return
	}
	<-n.done
}

// Run asks a node that has stopped.
func Run(int) {
	n := &Node{status: make(chan chan State), stop: make(chan struct{}), done: make(chan struct{})}
	go n.run()
	time.Sleep(5 * time.Millisecond)
	n.Stop()
	n.Status()
}
