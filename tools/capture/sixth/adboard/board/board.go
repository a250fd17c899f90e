// Package board is what can be shown.
package board

import (
	"sync"
	"time"
)

// Purse tells what an owner can still spend.
type Purse interface {
	Left(owner int) int
}

type notice struct {
	owner  int
	paused bool
	weight int
	body   [200]byte
}

// Board is all notices.
type Board struct {
	mu      sync.RWMutex
	purse   Purse
	notices []*notice
}

// New has so many notices.
func New(purse Purse, notices int) *Board {
	b := &Board{purse: purse}
	for n := 0; n < notices; n++ {
		b.notices = append(b.notices, &notice{owner: n % 64, weight: n * 31 % 101})
	}
	return b
}

// Show chooses the notice for a place.
func (b *Board) Show(place int) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	best, weight := -1, -1
	for i := 0; i < 12; i++ {
		n := b.notices[(place*17+i*5)%len(b.notices)]
		if n.paused {
			continue
		}
		time.Sleep(2 * time.Millisecond) // the picture is looked up
		if left := b.purse.Left(n.owner); left > 0 && n.weight*left > weight {
			best, weight = n.owner, n.weight*left
		}
	}
	return best
}

// Dry takes an owner's notices off the board.
func (b *Board) Dry(owner int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, n := range b.notices {
		if n.owner == owner {
			n.paused = true
		}
	}
}
