// Package berth has lines to pilots, idle ones first.
package berth

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"sync"
	"time"
)

// Lines is all lines, those in use and those idle.
type Lines struct {
	address string
	mu      sync.Mutex
	all     map[net.Conn]*line
	idle    []*line
}

type line struct {
	net.Conn
	in     *bufio.Reader
	opened time.Time
}

// New calls at an address.
func New(address string) *Lines { return &Lines{address: address, all: make(map[net.Conn]*line)} }

// Ask asks about a ship, over a line of its own if it is one of the old ones.
func (s *Lines) Ask(ship int) {
	version := 2
	if ship%3 == 1 {
		version = 1
	}
	l, err := s.take(version)
	if err != nil {
		log.Printf("ship %d: %v", ship, err)
		return
	}
	if _, err := l.say(fmt.Sprintf("ship %d", ship)); err != nil {
		s.drop(l)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.idle = append(s.idle, l)
}

func (s *Lines) take(version int) (*line, error) {
	s.mu.Lock()
	if n := len(s.idle); n > 0 && version == 2 {
		l := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.mu.Unlock()
		return l, nil
	}
	s.mu.Unlock()
	return s.dial(version)
}

func (s *Lines) dial(version int) (*line, error) {
	c, err := net.DialTimeout("tcp", s.address, 3*time.Second)
	if err != nil {
		return nil, err
	}
	l := &line{Conn: c, in: bufio.NewReader(c), opened: time.Now()}
	s.mu.Lock()
	s.all[c] = l
	s.mu.Unlock()
	word, err := l.say(fmt.Sprintf("hail %d", version))
	if err != nil {
		s.drop(l)
		return nil, err
	}
	if word != "aye" {
		return nil, fmt.Errorf("pilot says %s", word)
	}
	return l, nil
}

func (s *Lines) drop(l *line) {
	s.mu.Lock()
	delete(s.all, l.Conn)
	s.mu.Unlock()
	l.Close()
}

func (l *line) say(words string) (string, error) {
	if err := l.SetDeadline(time.Now().Add(4 * time.Second)); err != nil {
		return "", err
	}
	if _, err := fmt.Fprintln(l, words); err != nil {
		return "", err
	}
	word, err := l.in.ReadString('\n')
	return strings.TrimSpace(word), err
}
