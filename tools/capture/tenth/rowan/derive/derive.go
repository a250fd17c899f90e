// Package derive keeps one node for each turn that has something new.
package derive

import (
	"sync"

	"go.rowan.example/turns/rowan/wire"
)

// Node is what was new.
type Node struct {
	Role, Text []byte
	Parent     *Node
}

// Deriver has a chain of nodes.
type Deriver struct {
	mu    sync.Mutex
	last  *Node
	nodes []*Node
}

// New has none.
func New() *Deriver { return &Deriver{} }

// AddTurn looks at the end of a turn.
func (d *Deriver) AddTurn(lines []wire.Line) {
	if len(lines) == 0 {
		return
	}
	d.keep(lines[len(lines)-1])
}

func (d *Deriver) keep(line wire.Line) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = &Node{Role: line.Role, Text: line.Text, Parent: d.last}
	d.nodes = append(d.nodes, d.last)
}
