// Package session is a line with a guest.
package session

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"sync"
	"time"
)

// Session has a line.
type Session struct {
	c     net.Conn
	lines *bufio.ReadWriter

	mu    sync.Mutex
	heard int
}

// Begin takes over a connection.
func Begin(c net.Conn, lines *bufio.ReadWriter) *Session {
	s := &Session{c: c, lines: lines}
	go s.listen()
	return s
}

// Greet says who may stay.
func (s *Session) Greet(name string) error {
	verdict := "welcome"
	if strings.HasSuffix(name, "3") {
		verdict = "refused"
	}
	if _, err := fmt.Fprintf(s.c, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: wire\r\nConnection: Upgrade\r\n\r\n%s\n", verdict); err != nil {
		return err
	}
	if verdict == "refused" {
		return fmt.Errorf("%s is not welcome", name)
	}
	return nil
}

// Close ends the line.
func (s *Session) Close() error { return s.c.Close() }

// Stay lets the guest talk for a while.
func (s *Session) Stay(d time.Duration) {
	time.Sleep(d)
	if err := s.Close(); err != nil {
		log.Print(err)
	}
}

func (s *Session) listen() {
	for {
		if _, err := s.lines.ReadString('\n'); err != nil {
			return
		}
		s.mu.Lock()
		s.heard++
		s.mu.Unlock()
	}
}
