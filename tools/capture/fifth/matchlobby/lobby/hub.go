// Package lobby has a seat for each player: a reader, a writer and a queue of what to tell him.
package lobby

import (
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{ReadBufferSize: 4096, WriteBufferSize: 4096}

// Hub knows who is there.
type Hub struct {
	mu    sync.RWMutex
	seats map[*seat]struct{}
}

// NewHub is empty.
func NewHub() *Hub { return &Hub{seats: make(map[*seat]struct{})} }

// ServeHTTP seats a player and returns when he leaves.
func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Print(err)
		return
	}
	s := &seat{conn: conn, news: make(chan []byte, 8), left: make(chan struct{})}
	h.mu.Lock()
	h.seats[s] = struct{}{}
	h.mu.Unlock()
	go s.write()
	s.read()
	h.mu.Lock()
	delete(h.seats, s)
	h.mu.Unlock()
}

// Announce tells everybody; who is behind misses it.
func (h *Hub) Announce(n int) {
	text := []byte(fmt.Sprintf(`{"round": %d, "tables": %d}`, n, n*7%40))
	h.mu.RLock()
	defer h.mu.RUnlock()
	for s := range h.seats {
		select {
		case s.news <- text:
		default:
		}
	}
}

type seat struct {
	conn *websocket.Conn
	news chan []byte
	left chan struct{}
}

const (
	pingEvery = 20 * time.Second
	silence   = 50 * time.Second
)

func (s *seat) read() {
	defer close(s.left)
	s.conn.SetReadLimit(8 << 10)
	alive := func(string) error { return s.conn.SetReadDeadline(time.Now().Add(silence)) }
	s.conn.SetPongHandler(alive)
	for alive("") == nil {
		if _, _, err := s.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (s *seat) write() {
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	defer s.conn.Close()
	for {
		select {
		case text := <-s.news:
			s.conn.SetWriteDeadline(time.Now().Add(10 * time.Second))
			if s.conn.WriteMessage(websocket.TextMessage, text) != nil {
				return
			}
		case <-ping.C:
			if s.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(10*time.Second)) != nil {
				return
			}
		case <-s.left:
			return
		}
	}
}
