// Package beat keeps users marked as online.
package beat

import (
	"sync/atomic"
	"time"
)

// Board is when each user was seen last.
type Board struct {
	seen   []int64
	online int64
}

// Beacon refreshes one user's entry.
type Beacon struct {
	board *Board
	user  int
}

// NewBoard has room for n users.
func NewBoard(n int) *Board { return &Board{seen: make([]int64, n)} }

// Join marks a user as online and returns how many have joined.
func (b *Board) Join(user int) int64 {
	beacon := &Beacon{board: b, user: user % len(b.seen)}
	go beacon.run()
	return atomic.AddInt64(&b.online, 1)
}

func (b *Beacon) run() {
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	for at := range tick.C {
		atomic.StoreInt64(&b.board.seen[b.user], at.Unix())
	}
}
