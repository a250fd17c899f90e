// Package prefix finds routes by their leading bits.
package prefix

type node struct {
	children [2]*node
	present  bool
	hop      uint32
}

// Tree is a binary prefix tree.
type Tree struct{ root node }

// Insert adds a route.
func (t *Tree) Insert(route uint32) {
	n := &t.root
	for bit := 31; bit >= 0; bit-- {
		side := route >> uint(bit) & 1
		if n.children[side] == nil {
			n.children[side] = &node{hop: route}
		}
		n = n.children[side]
	}
	n.present = true
}

// Withdraw removes a route.
func (t *Tree) Withdraw(route uint32) {
	n := &t.root
	for bit := 31; bit >= 0; bit-- {
		n = n.children[route>>uint(bit)&1]
		if n == nil {
			return
		}
	}
	n.present = false
}
