// Package checks compares the copies of a range.
package checks

// Halter tells a node to stop.
type Halter struct{ quiesce chan struct{} }

// ShouldQuiesce is closed when the node stops.
func (h *Halter) ShouldQuiesce() <-chan struct{} { return h.quiesce }

// Node has ranges.
type Node struct {
	halter *Halter
	queue  *consistency
}

// Range is one of them.
type Range struct{ node *Node }

type consistency struct{ done int }

func (c *consistency) process(r *Range) {
	<-r.node.halter.ShouldQuiesce()
	c.done++
}

func (n *Node) scan() {
	for i := 0; i < 2; i++ {
		n.queue.process(&Range{node: n})
	}
}

// Run scans a node.
func Run(int) {
	n := &Node{halter: &Halter{quiesce: make(chan struct{})}, queue: &consistency{}}
	n.scan()
}
