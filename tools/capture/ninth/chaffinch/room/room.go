// Package room is one game.
package room

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrLong refuses a word.
var ErrLong = errors.New("too long")

const longest = 64

// Room has a field with players on it.
type Room struct {
	name string

	mu    sync.Mutex
	field [16][16]int8
	words []string
	turn  int
}

// New is empty.
func New(name string) *Room { return &Room{name: name} }

// Run moves the room on until stop is closed.
func (r *Room) Run(stop <-chan struct{}) {
	clock := time.NewTicker(100 * time.Millisecond)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
			r.step()
		case <-stop:
			return
		}
	}
}

func (r *Room) step() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.turn++
	for i := range r.field[r.turn%16] {
		r.field[r.turn%16][i] /= 2
	}
}

// Move puts a player's stone.
func (r *Room) Move(player, x, y int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.field[x&15][y&15] = int8(player)
}

// Say adds to what was said; the room remembers the last ten words.
func (r *Room) Say(word string) error {
	r.mu.Lock()
	if len(word) > longest {
		return fmt.Errorf("%s: %w", r.name, ErrLong)
	}
	r.words = append(r.words, word)
	if len(r.words) > 10 {
		r.words = append([]string(nil), r.words[1:]...)
	}
	r.mu.Unlock()
	return nil
}

// State is what a spectator sees.
func (r *Room) State() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	stones := 0
	for _, row := range r.field {
		for _, stone := range row {
			if stone != 0 {
				stones++
			}
		}
	}
	return fmt.Sprintf("%s: turn %d, %d stones, %v", r.name, r.turn, stones, r.words)
}
