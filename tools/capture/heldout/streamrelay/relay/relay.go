// Package relay passes messages over streams.
package relay

import (
	"errors"
	"io"
	"sync/atomic"

	"git.relay.example/rpc/streamrelay/stream"
)

// Relay counts what it passed.
type Relay struct{ passed atomic.Int64 }

// New has passed nothing.
func New() *Relay { return &Relay{} }

// Pass sends a conversation over a stream of its own.
func (r *Relay) Pass(number int) error {
	s := stream.Open(number)
	for {
		s.Send("message")
		_, err := s.Recv()
		if errors.Is(err, io.EOF) {
			s.Close()
			return nil
		}
		if err != nil {
			return err
		}
		r.passed.Add(1)
	}
}
