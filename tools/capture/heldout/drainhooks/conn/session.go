// Package conn has sessions.
package conn

import "git.garrison.example/life/drainhooks/life"

// Session has a scratch pad.
type Session struct {
	number int
	pad    [1500]byte
	ended  bool
}

// Accept begins a session.
func Accept(cycle *life.Cycle, number int) *Session {
	s := &Session{number: number}
	cycle.OnStop(s.End)
	return s
}

// Serve works.
func (s *Session) Serve() {
	for i := range s.pad {
		s.pad[i] = byte(i + s.number)
	}
}

// End ends the session.
func (s *Session) End() { s.ended = true }
