// Package relay keeps a session for each client.
package relay

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

const pingPeriod = 5 * time.Second

// Relay accepts clients.
type Relay struct {
	listener net.Listener
	mu       sync.Mutex
	sessions map[*session]struct{}
}

type session struct {
	conn  net.Conn
	mu    sync.Mutex
	notes int
}

// Listen opens a port.
func Listen() (*Relay, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &Relay{listener: l, sessions: make(map[*session]struct{})}, nil
}

// Address is where it listens.
func (r *Relay) Address() string { return r.listener.Addr().String() }

// Serve accepts until the listener fails.
func (r *Relay) Serve(ctx context.Context) {
	for {
		c, err := r.listener.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go r.handle(ctx, &session{conn: c})
	}
}

func (r *Relay) handle(ctx context.Context, s *session) {
	ticker := time.NewTicker(pingPeriod)
	r.mu.Lock()
	r.sessions[s] = struct{}{}
	r.mu.Unlock()
	defer func() {
		ticker.Stop()
		r.mu.Lock()
		delete(r.sessions, s)
		r.mu.Unlock()
		s.conn.Close()
	}()
	go s.ping(ticker)
	lines := bufio.NewScanner(s.conn)
	for ctx.Err() == nil && lines.Scan() {
		s.mu.Lock()
		s.notes++
		s.mu.Unlock()
	}
}

func (s *session) ping(ticker *time.Ticker) {
	for range ticker.C {
		if err := s.write("PING"); err != nil {
			log.Printf("ping: %v", err)
			return
		}
	}
}

func (s *session) write(text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := fmt.Fprintln(s.conn, text)
	return err
}
