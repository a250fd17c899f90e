// Package ringers is who pulls the ropes.
package ringers

import (
	"sync/atomic"
	"time"

	"go.belltower.example/ring/belfry/ropes"
)

// Band rings.
type Band struct {
	rack *ropes.Rack
	rung int64
}

// New rings with the ropes of a rack.
func New(rack *ropes.Rack) *Band { return &Band{rack: rack} }

// Peal rings the two bells of a turn, one after the other.
func (b *Band) Peal(turn int) {
	b.ring(turn % b.rack.Size())
	b.ring((turn * 5) % b.rack.Size())
}

func (b *Band) ring(rope int) {
	b.rack.Take(rope)
	defer b.rack.Give(rope)
	time.Sleep(time.Duration(100+rope*60) * time.Millisecond)
	atomic.AddInt64(&b.rung, 1)
}
