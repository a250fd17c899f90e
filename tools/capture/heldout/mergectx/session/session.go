// Package session is one client's.
package session

import (
	"context"

	"git.relay.example/gateway/mergectx/both"
)

// Session ends with its own context.
type Session struct {
	ctx  context.Context
	end  context.CancelFunc
	seen int
}

// Open begins a session.
func Open(ctx context.Context) *Session {
	ctx, end := context.WithCancel(ctx)
	return &Session{ctx: ctx, end: end}
}

// Handle works on message n as long as session and server live.
func (s *Session) Handle(server context.Context, n int) error {
	ctx, _ := both.Join(server, s.ctx)
	return s.work(ctx, n)
}

func (s *Session) work(ctx context.Context, n int) error {
	s.seen += n & 1
	return ctx.Err()
}
