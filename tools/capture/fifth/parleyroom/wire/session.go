// Package wire speaks with partners, a line a frame.
package wire

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"time"
)

var (
	errVersion = errors.New("wire: the partner speaks an old version")
	errOver    = errors.New("wire: the session is over")
	errSlow    = errors.New("wire: no frame in time")
)

// Session is a conversation.
type Session struct {
	nc       net.Conn
	incoming chan string
	closed   chan struct{}
}

// Open dials and exchanges greetings.
func Open(address string) (*Session, error) {
	nc, err := net.DialTimeout("tcp", address, 3*time.Second)
	if err != nil {
		return nil, err
	}
	s := &Session{nc: nc, incoming: make(chan string), closed: make(chan struct{})}
	go s.read()
	if err := s.greet(); err != nil {
		nc.Close()
		return nil, err
	}
	return s, nil
}

func (s *Session) read() {
	for in := bufio.NewScanner(s.nc); in.Scan(); {
		select {
		case s.incoming <- in.Text():
		case <-s.closed:
			return
		}
	}
}

func (s *Session) greet() error {
	frame, err := s.Next()
	if err != nil {
		return err
	}
	var version int
	if _, err := fmt.Sscanf(frame, "HELLO %d", &version); err != nil {
		return err
	}
	if version < 2 {
		return errVersion
	}
	return nil
}

// Next waits for a frame, three seconds at most.
func (s *Session) Next() (string, error) {
	late := time.NewTimer(3 * time.Second)
	defer late.Stop()
	select {
	case frame := <-s.incoming:
		return frame, nil
	case <-s.closed:
		return "", errOver
	case <-late.C:
		return "", errSlow
	}
}

// Say sends a frame.
func (s *Session) Say(frame string) error {
	_, err := fmt.Fprintln(s.nc, frame)
	return err
}

// Close ends the session.
func (s *Session) Close() error {
	close(s.closed)
	return s.nc.Close()
}
