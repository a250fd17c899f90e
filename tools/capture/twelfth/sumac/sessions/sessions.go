// Package sessions has one for each viewer.
package sessions

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"sync"
)

type session struct {
	conn    net.Conn
	updates chan int
	board   []byte
}

// Hub knows all sessions.
type Hub struct {
	listener net.Listener
	mu       sync.Mutex
	sessions map[*session]struct{}
}

// Listen opens a port.
func Listen() (*Hub, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	return &Hub{listener: l, sessions: make(map[*session]struct{})}, nil
}

// Address is where it listens.
func (h *Hub) Address() string { return h.listener.Addr().String() }

// Serve accepts until the listener fails.
func (h *Hub) Serve() {
	for {
		c, err := h.listener.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go h.open(c).read(h)
	}
}

func (h *Hub) open(c net.Conn) *session {
	s := &session{conn: c, updates: make(chan int, 8), board: make([]byte, 48<<10)}
	h.mu.Lock()
	h.sessions[s] = struct{}{}
	h.mu.Unlock()
	go s.write()
	return s
}

func (h *Hub) close(s *session) {
	h.mu.Lock()
	delete(h.sessions, s)
	h.mu.Unlock()
	close(s.updates)
	s.conn.Close()
}

func (s *session) read(h *Hub) {
	defer h.close(s)
	lines := bufio.NewScanner(s.conn)
	for lines.Scan() {
		copy(s.board[len(lines.Bytes())*7%1000:], lines.Bytes())
	}
}

func (s *session) write() {
	for n := range s.updates {
		if _, err := fmt.Fprintln(s.conn, "draw", n); err != nil {
			return
		}
	}
}

// Draw is update n, for all who keep up.
func (h *Hub) Draw(n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.sessions {
		select {
		case s.updates <- n:
		default:
		}
	}
}
