// Package press makes frames.
package press

import (
	"hash/crc32"
	"math/rand"
	"sync/atomic"
	"time"

	"git.printworks.example/render/framepress/spare"
)

// Press has buffers of its own.
type Press struct {
	yard spare.Yard
	sum  atomic.Uint32
}

// New is a press with an empty yard.
func New() *Press { return &Press{} }

// Frame presses one frame.
func (p *Press) Frame(n int) {
	buffer := p.yard.Get(2<<10 + rand.Intn(46<<10))
	defer p.yard.Put(buffer)
	for i := range buffer {
		buffer[i] = byte(i + n)
	}
	time.Sleep(time.Duration(5+rand.Intn(30)) * time.Millisecond)
	p.sum.Add(crc32.ChecksumIEEE(buffer))
}
