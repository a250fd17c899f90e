// Package smtp speaks to mail agents.
package smtp

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"sync"
	"time"
)

// Server accepts mail agents.
type Server struct {
	l     net.Listener
	mu    sync.Mutex
	conns map[string]net.Conn
	taken int
}

// NewServer accepts on l.
func NewServer(l net.Listener) *Server { return &Server{l: l, conns: map[string]net.Conn{}} }

// Serve accepts until the listener closes.
func (s *Server) Serve() {
	for {
		if err := s.accept(); err != nil {
			log.Print(err)
			return
		}
	}
}

func (s *Server) accept() error {
	c, err := s.l.Accept()
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.conns[c.RemoteAddr().String()] = c
	s.mu.Unlock()
	go s.greet(c)
	return nil
}

func (s *Server) greet(c net.Conn) {
	if err := c.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return
	}
	line, err := bufio.NewReader(c).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "EHLO") {
		return
	}
	fmt.Fprintln(c, "250 ok")
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken++
	delete(s.conns, c.RemoteAddr().String())
	c.Close()
}
