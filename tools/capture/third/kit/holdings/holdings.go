// Package holdings is what a service loads at its start and keeps.
package holdings

import (
	"math/rand"
	"strconv"
)

// Node is one entry of a register kept as a tree.
type Node struct {
	left, right *Node
	Key         uint64
	Title       string
	Flags       [4]uint32
}

// Register returns a tree of about mb megabytes.
func Register(mb int) *Node {
	rng := rand.New(rand.NewSource(11))
	var root *Node
	for i := 0; i < mb*8200; i++ {
		root = root.insert(&Node{Key: rng.Uint64(), Title: "entry " + strconv.Itoa(i) + " of the register"})
	}
	return root
}

func (n *Node) insert(added *Node) *Node {
	if n == nil {
		return added
	}
	for at := n; ; {
		next := &at.left
		if added.Key > at.Key {
			next = &at.right
		}
		if *next == nil {
			*next = added
			return n
		}
		at = *next
	}
}

// Images returns about mb megabytes in pieces of 64 KB.
func Images(mb int) [][]byte {
	pieces := make([][]byte, mb*16)
	for i := range pieces {
		pieces[i] = make([]byte, 64<<10)
		for j := 0; j < len(pieces[i]); j += 512 {
			pieces[i][j] = byte(i + j)
		}
	}
	return pieces
}

// Codes returns a map of about mb megabytes.
func Codes(mb int) map[string][]uint16 {
	codes := make(map[string][]uint16, mb*8000)
	for i := 0; i < mb*8000; i++ {
		codes["code-"+strconv.Itoa(i*13)] = make([]uint16, 24)
	}
	return codes
}
