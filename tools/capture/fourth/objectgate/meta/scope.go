// Package meta carries what is known about a request.
package meta

import (
	"context"
	"sync"
)

type key string

// Scope is a context whose values can be set.
type Scope struct {
	mu  sync.Mutex
	ctx context.Context
}

// NewScope begins with ctx.
func NewScope(ctx context.Context) *Scope { return &Scope{ctx: ctx} }

// With sets a value.
func (s *Scope) With(name string, value any) *Scope {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ctx = context.WithValue(s.ctx, key(name), value)
	return s
}

// Value returns what was set last.
func (s *Scope) Value(name string) any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ctx.Value(key(name))
}
