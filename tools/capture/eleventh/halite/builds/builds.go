// Package builds makes bundles.
package builds

import (
	"crypto/sha256"
	"sync"
	"time"

	"go.halite.example/policy/halite/pool"
)

// Builds are of systems.
type Builds struct {
	mu   sync.Mutex
	sums [][32]byte
}

// New has n systems.
func New(n int) *Builds { return &Builds{sums: make([][32]byte, n)} }

// Run builds all of them.
func (b *Builds) Run(turn int) {
	p := pool.New(3)
	var left sync.WaitGroup
	for i := range b.sums {
		left.Add(1)
		p.Add(time.Duration(i*30)*time.Millisecond, func() {
			defer left.Done()
			b.build(i, turn)
		})
	}
	left.Wait()
}

func (b *Builds) build(i, turn int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sums[i] = sha256.Sum256([]byte{byte(i), byte(turn)})
}
