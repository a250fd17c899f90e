// Package presence counts guests in rooms.
package presence

import (
	"sync"
	"time"
)

type guest struct {
	since time.Time
	seat  [6]int32
}

// Floor has rooms.
type Floor struct {
	mu    sync.RWMutex
	rooms map[string]map[int]guest
}

// NewFloor is an empty floor.
func NewFloor() *Floor { return &Floor{rooms: make(map[string]map[int]guest)} }

// Enter notes that a guest is in the room.
func (f *Floor) Enter(name string, who int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.room(name)[who] = guest{since: time.Now()}
}

func (f *Floor) room(name string) map[int]guest {
	room, ok := f.rooms[name]
	if !ok {
		room = make(map[int]guest, 24)
		f.rooms[name] = room
	}
	return room
}

// Leave forgets the guest.
func (f *Floor) Leave(name string, who int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.rooms[name], who)
}

// Present counts who is there.
func (f *Floor) Present() (n int) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	for _, room := range f.rooms {
		n += len(room)
	}
	return n
}
