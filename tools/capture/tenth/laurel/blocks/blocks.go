// Package blocks makes blocks.
package blocks

import (
	"fmt"
	"log"

	"go.laurel.example/rollup/laurel/wal"
)

// Producer makes one after the other.
type Producer struct{ log *wal.Log }

// NewProducer writes blocks to a log first.
func NewProducer(l *wal.Log) *Producer { return &Producer{log: l} }

// Turn makes a block of some entries.
func (p *Producer) Turn(n int) {
	for i := 0; i < 4; i++ {
		if err := p.log.Append(fmt.Sprintf("block %d entry %d", n, i)); err != nil {
			log.Print(err)
		}
	}
	if err := p.log.Roll(); err != nil {
		log.Print(err)
	}
}
