// Package room has rooms for meetings.
package room

import "sync"

// Room is open until it is closed.
type Room struct {
	number int
	seats  [200]int
}

var (
	mu   sync.Mutex
	open = map[int]*Room{}
)

// Open makes a room.
func Open(number int) *Room {
	r := &Room{number: number}
	mu.Lock()
	open[number] = r
	mu.Unlock()
	go r.keep()
	return r
}

func (r *Room) keep() {
	r.seats[0] = r.number
	hold()
	r.seats[0] = 0
}

func hold() { select {} }

// Close forgets the room.
func (r *Room) Close() {
	mu.Lock()
	defer mu.Unlock()
	delete(open, r.number)
}
