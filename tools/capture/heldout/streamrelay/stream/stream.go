// Package stream is a two-way stream of messages.
package stream

import (
	"errors"
	"io"
	"time"
)

// ErrReset is what Recv returns when the far end gave up.
var ErrReset = errors.New("stream reset")

// Stream has a sending and a receiving half.
type Stream struct {
	number int
	out    chan string
	done   chan struct{}
	left   int
}

// Open begins a stream.
func Open(number int) *Stream {
	s := &Stream{number: number, out: make(chan string, 4), done: make(chan struct{}), left: 5}
	go s.sendLoop()
	return s
}

func (s *Stream) sendLoop() {
	for {
		select {
		case <-s.out:
			time.Sleep(time.Millisecond)
		case <-s.done:
			return
		}
	}
}

// Send queues a message.
func (s *Stream) Send(text string) { s.out <- text }

// Recv returns the next message, io.EOF at the end.
func (s *Stream) Recv() (string, error) {
	time.Sleep(10 * time.Millisecond)
	if s.number%40 == 7 && s.left == 2 {
		return "", ErrReset
	}
	if s.left--; s.left == 0 {
		return "", io.EOF
	}
	return "ack", nil
}

// Close ends both halves.
func (s *Stream) Close() { close(s.done) }
