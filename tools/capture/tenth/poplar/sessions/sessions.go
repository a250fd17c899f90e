// Package sessions keeps what sessions were lent.
package sessions

import "sync"

// Tool is lent.
type Tool struct {
	Name  string
	Hints [4]string
}

// Store keeps tools by session.
type Store struct{ tools sync.Map }

// NewStore is empty.
func NewStore() *Store { return &Store{} }

// Get returns what a session has.
func (s *Store) Get(session string) []Tool {
	value, found := s.tools.Load(session)
	if !found {
		return nil
	}
	return value.([]Tool)
}

// Set lends.
func (s *Store) Set(session string, tools []Tool) { s.tools.Store(session, tools) }

// Drop takes back what a session has.
func (s *Store) Drop(session string) { s.Set(session, nil) }
