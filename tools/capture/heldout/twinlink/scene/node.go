// Package scene has nodes that know their parents.
package scene

import (
	"runtime"
	"sync/atomic"
)

var handles atomic.Int64

// Node is drawn with its children.
type Node struct {
	parent   *Node
	children []*Node
	handle   int64
	mesh     [900]float32
}

// NewNode has a handle that is given back when the node is collected.
func NewNode(parent *Node) *Node {
	n := &Node{parent: parent, handle: handles.Add(1)}
	runtime.SetFinalizer(n, func(n *Node) { handles.Add(-1) })
	return n
}

func (n *Node) attach() { n.children = append(n.children, NewNode(n)) }

// Build makes a small scene.
func Build(seed int) *Node {
	root := NewNode(nil)
	for range 2 + seed%3 {
		root.attach()
	}
	return root
}

// Draw touches the meshes.
func (n *Node) Draw() {
	n.mesh[0]++
	for _, child := range n.children {
		child.Draw()
	}
}
