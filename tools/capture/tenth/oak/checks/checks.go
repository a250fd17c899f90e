// Package checks looks at the next blocks of a chain.
package checks

import (
	"sync/atomic"

	"go.oak.example/chain/oak/feed"
)

// Block is one of the chain.
type Block struct {
	Slot int
	Body []byte
}

// Checks hear blocks.
type Checks struct {
	blocks feed.Dispatcher[*Block]
	passed atomic.Int64
}

// New has none.
func New() *Checks { return &Checks{} }

// Block brings block n.
func (c *Checks) Block(n int) { c.blocks.Fire(newBlock(n)) }

// Check starts check n.
func (c *Checks) Check(n int) { go c.one(n) }

func newBlock(n int) *Block { return &Block{Slot: n, Body: make([]byte, 24<<10)} }

func (c *Checks) one(n int) {
	s := c.blocks.Subscribe(32)
	defer s.Unsubscribe()
	for seen := 0; seen < 2+n%3; seen++ {
		if block := <-s.Channel(); len(block.Body) == 0 {
			return
		}
	}
	c.passed.Add(1)
}
