// Package prefs keeps what visitors like.
package prefs

import "sync"

// Preferences are one visitor's.
type Preferences struct {
	Theme   string
	Weights [220]float32
}

// Store finds preferences by visitor.
type Store struct{ byVisitor sync.Map }

// Of returns the visitor's preferences, the defaults at first.
func (s *Store) Of(visitor string) *Preferences {
	if known, ok := s.byVisitor.Load(visitor); ok {
		return known.(*Preferences)
	}
	p, _ := s.byVisitor.LoadOrStore(visitor, &Preferences{Theme: "light"})
	return p.(*Preferences)
}
