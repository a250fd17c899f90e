// Package room keeps the connections of all clients.
package room

import (
	"bufio"
	"context"
	"net"
	"sync"
	"time"
)

// Server is a listener and its clients.
type Server struct {
	ln      net.Listener
	mu      sync.Mutex
	clients map[net.Conn]struct{}
}

// Listen starts to accept clients.
func Listen(ctx context.Context) (*Server, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Server{ln: ln, clients: make(map[net.Conn]struct{})}
	go func() {
		<-ctx.Done()
		ln.Close()
	}()
	go s.accept()
	return s, nil
}

// Address is where clients connect.
func (s *Server) Address() string { return s.ln.Addr().String() }

func (s *Server) accept() {
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.clients[conn] = struct{}{}
		s.mu.Unlock()
		go s.readFrames(conn)
	}
}

func (s *Server) readFrames(conn net.Conn) {
	defer s.leave(conn)
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		conn.SetReadDeadline(time.Now().Add(10 * time.Minute))
	}
}

func (s *Server) leave(conn net.Conn) {
	s.mu.Lock()
	delete(s.clients, conn)
	s.mu.Unlock()
	conn.Close()
}

// Ping pings all clients until ctx ends.
func (s *Server) Ping(ctx context.Context) {
	tick := time.NewTicker(15 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.mu.Lock()
			for conn := range s.clients {
				conn.Write([]byte("ping\n"))
			}
			s.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}
