// Package lamp sends light.
package lamp

import (
	"encoding/binary"
	"sync"
	"time"

	"git.headland.example/coast/lighthouse/sea"
)

const rhythm = 4 * time.Second

// Session is a talk with one ship, kept alive by a blink now and then.
type Session struct {
	water *sea.Sea
	ship  int
	alive *time.Timer

	mu   sync.Mutex
	out  []byte
	over bool
}

// Light opens a session.
func Light(water *sea.Sea, ship int) *Session {
	s := &Session{water: water, ship: ship, out: make([]byte, 0, 6<<10)}
	s.alive = time.AfterFunc(rhythm, s.blink)
	return s
}

func (s *Session) blink() {
	s.water.Signal(s.ship, []byte{1})
	s.alive = time.AfterFunc(rhythm, s.blink)
}

// Tell sends a number.
func (s *Session) Tell(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return
	}
	s.out = binary.BigEndian.AppendUint64(s.out, uint64(n))
	s.water.Signal(s.ship, s.out)
}

// Close ends the session.
func (s *Session) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.over = true
}
