// Package transport has streams in one session.
package transport

import (
	"io"
	"sync"
	"time"
)

type buffer struct {
	mu    sync.Mutex
	items chan []byte
}

func (b *buffer) get() <-chan []byte { return b.items }

type reader struct {
	gone chan struct{}
	recv *buffer
	last []byte
}

// Read gives what has come or waits for more.
func (r *reader) Read(p []byte) (int, error) {
	select {
	case <-r.gone:
		return 0, io.EOF
	case r.last = <-r.recv.get():
		return copy(p, r.last), nil
	}
}

// Stream is one call's.
type Stream struct{ dec io.Reader }

// Read reads the stream.
func (s *Stream) Read(p []byte) (int, error) { return s.dec.Read(p) }

// Session has streams.
type Session struct{ streams []*Stream }

// Open makes a stream.
func (s *Session) Open() *Stream {
	st := &Stream{dec: &reader{gone: make(chan struct{}), recv: &buffer{items: make(chan []byte, 1)}}}
	s.streams = append(s.streams, st)
	return st
}

// Close ends the session.
func (s *Session) Close() { s.streams = nil }

// Run reads a stream of a session that closes.
func Run(int) {
	s := &Session{}
	st := s.Open()
	go func() {
		if _, err := io.ReadFull(st, make([]byte, 5)); err != nil {
			return
		}
	}()
	time.Sleep(10 * time.Millisecond)
	s.Close()
}
