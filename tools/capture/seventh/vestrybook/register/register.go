// Package register is entries in an order that suffers.
package register

import (
	"math/rand"
	"sort"
	"sync"
	"time"
)

// Register has numbers with their places.
type Register struct {
	mu      sync.RWMutex
	numbers []int
	ordered int
}

// Fill makes n entries.
func Fill(n int) *Register { return &Register{numbers: rand.New(rand.NewSource(9)).Perm(n)} }

// Order sorts in pieces, with a pause for the disk after each, and takes about as long as it is told.
func (r *Register) Order(long time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	const pieces = 20
	size := len(r.numbers) / pieces
	for i := 0; i < pieces; i++ {
		sort.Ints(r.numbers[i*size : (i+1)*size])
		time.Sleep(long / pieces)
	}
	r.ordered++
}

// Find returns the place of a number in its piece.
func (r *Register) Find(number int) int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for at, n := range r.numbers[:2000] {
		if n == number {
			return at
		}
	}
	return -1
}
