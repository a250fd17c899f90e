// Package node is a member of the mesh.
package node

import (
	"sync/atomic"
	"time"
)

// Node beats until it leaves.
type Node struct {
	number int
	gone   atomic.Bool
	sent   atomic.Int64
	route  [256]uint16
}

// Join makes a member.
func Join(number int) *Node {
	n := &Node{number: number}
	go n.beat()
	return n
}

func (n *Node) beat() {
	for {
		n.ping()
		time.Sleep(1500 * time.Millisecond)
	}
}

func (n *Node) ping() {
	n.route[n.number%len(n.route)]++
	n.sent.Add(1)
}

// Leave says good-bye.
func (n *Node) Leave() { n.gone.Store(true) }
