// Package layout puts nodes in their places.
package layout

import (
	"fmt"
	"math"

	"go.joist.example/graph/joist/slab"
)

// Node has a place and neighbours.
type Node struct {
	X, Y, Z     float32
	Mass        float32
	Left, Right *Node
	Up          *Node
	Label       [24]byte
}

// Layout makes one frame after the other.
type Layout struct {
	nodes  *slab.Slabs[Node]
	frames int
	width  float32
}

// New takes nodes from slabs.
func New(nodes *slab.Slabs[Node]) *Layout { return &Layout{nodes: nodes} }

// Frame lays out n nodes and forgets them.
func (l *Layout) Frame(n int) {
	l.nodes.Reset()
	if n < 1 {
		return
	}
	root := l.node(0, nil)
	at := root
	for i := 1; i < n; i++ {
		next := l.node(i, at)
		if i%2 == 0 {
			at.Left = next
		} else {
			at.Right = next
		}
		if i%5 != 0 {
			at = next
		}
	}
	l.width = 0
	for up := at; up != nil; up = up.Up {
		up.X = float32(math.Sin(float64(up.Mass))) * 100
		if up.X > l.width {
			l.width = up.X
		}
	}
	l.frames++
}

func (l *Layout) node(i int, up *Node) *Node {
	n := l.nodes.Next()
	n.Mass, n.Up = float32(i%97), up
	copy(n.Label[:], "node of the graph")
	return n
}

// String tells how far it is.
func (l *Layout) String() string {
	return fmt.Sprintf("%d frames, %d pieces, width %.1f", l.frames, l.nodes.Pieces(), l.width)
}
