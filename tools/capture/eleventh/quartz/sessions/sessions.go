// Package sessions are with containers.
package sessions

import (
	"context"
	"sync"
)

type output struct {
	mu   sync.Mutex
	text []byte
	cut  bool
}

func newOutput() *output { return &output{text: make([]byte, 0, 2048)} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, p...)
	return len(p), nil
}

func (o *output) abort() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.cut = true
}

// Session is of one command.
type Session struct{ out *output }

// Open begins a session that is cut when ctx ends.
func Open(ctx context.Context) *Session {
	s := &Session{out: newOutput()}
	s.bind(ctx)
	return s
}

func (s *Session) bind(ctx context.Context) { context.AfterFunc(ctx, s.out.abort) }

// Write takes what the command writes.
func (s *Session) Write(p []byte) (int, error) { return s.out.Write(p) }

// Close says how much there was.
func (s *Session) Close() int { return len(s.out.text) }
