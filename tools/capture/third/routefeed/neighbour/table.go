// Package neighbour keeps sessions with neighbours.
package neighbour

import "sync"

// Route is announced.
type Route struct{ Prefix, Hops int }

// Terms say what a neighbour wants: all routes, or only the default.
type Terms struct {
	Name int
	Full bool
}

// Session is one neighbour.
type Session struct {
	Terms
	updates chan Route
	best    [512]Route
}

// Table has the sessions.
type Table struct {
	mu       sync.Mutex
	sessions map[*Session]struct{}
}

// NewTable has no sessions.
func NewTable() *Table { return &Table{sessions: make(map[*Session]struct{})} }

// Join starts a session.
func (t *Table) Join(terms Terms) *Session {
	s := &Session{Terms: terms}
	if terms.Full {
		s.updates = make(chan Route, 32)
	}
	t.mu.Lock()
	t.sessions[s] = struct{}{}
	t.mu.Unlock()
	go s.learn()
	return s
}

// Part ends a session.
func (t *Table) Part(s *Session) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.sessions, s)
	if s.updates != nil {
		close(s.updates)
	}
}

// Announce tells all who want all routes.
func (t *Table) Announce(r Route) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for s := range t.sessions {
		select {
		case s.updates <- r:
		default:
		}
	}
}

func (s *Session) learn() {
	for r := range s.updates {
		if at := &s.best[r.Prefix%len(s.best)]; at.Hops >= r.Hops {
			*at = r
		}
	}
}
