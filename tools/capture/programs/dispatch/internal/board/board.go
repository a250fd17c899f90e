// Package board keeps rides and tells followers about their changes.
package board

import (
	"context"
	"math/rand"
	"sync"
	"time"
)

// Update is a ride's new state.
type Update struct {
	Ride  int
	State string
}

// Follower receives the updates of one ride.
type Follower struct {
	updates chan Update
	closed  chan struct{}
	Seen    chan Update
}

// Board is the rides of one city.
type Board struct {
	mu        sync.Mutex
	followers map[int][]*Follower
}

// New makes an empty board.
func New() *Board { return &Board{followers: make(map[int][]*Follower)} }

// Follow adds a follower to a ride.
func (b *Board) Follow(ride int) *Follower {
	f := &Follower{updates: make(chan Update, 1), closed: make(chan struct{}), Seen: make(chan Update, 16)}
	b.mu.Lock()
	b.followers[ride] = append(b.followers[ride], f)
	b.mu.Unlock()
	go b.follow(f)
	return f
}

// Close ends a follower.
func (f *Follower) Close() { close(f.closed) }

func (b *Board) follow(f *Follower) {
	for {
		select {
		case update := <-f.updates:
			select {
			case f.Seen <- update:
			default:
			}
		case <-f.closed:
			return
		}
	}
}

// Simulate changes rides and forgets their followers when they are finished.
func (b *Board) Simulate(ctx context.Context, interval time.Duration) {
	random := rand.New(rand.NewSource(3))
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			b.advance(random.Intn(100), random.Intn(4) == 0)
		case <-ctx.Done():
			return
		}
	}
}

func (b *Board) advance(ride int, finished bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	update := Update{Ride: ride, State: "moving"}
	if finished {
		update.State = "arrived"
	}
	for _, f := range b.followers[ride] {
		select {
		case f.updates <- update:
		default:
		}
	}
	if finished {
		delete(b.followers, ride)
	}
}
