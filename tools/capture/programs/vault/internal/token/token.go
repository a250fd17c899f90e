// Package token keeps the current token.
package token

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"time"
)

// Source renews its token when it is too old.
type Source struct {
	host    string
	life    time.Duration
	mu      sync.Mutex
	current string
	expires time.Time
}

// NewSource asks host for tokens that live so long.
func NewSource(host string, life time.Duration) *Source { return &Source{host: host, life: life} }

// Token returns a valid token.
func (s *Source) Token() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Now().After(s.expires) {
		if err := s.renew(); err != nil {
			return "", err
		}
	}
	return s.current, nil
}

func (s *Source) renew() error {
	conn, err := net.Dial("tcp", s.host)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := fmt.Fprintln(conn, "renew"); err != nil {
		return err
	}
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return err
	}
	s.current = strings.TrimSpace(line)
	s.expires = time.Now().Add(s.life)
	return nil
}
