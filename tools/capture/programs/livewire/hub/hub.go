// Package hub passes frames between players.
package hub

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	"example.org/platform/jobs"
)

type player struct {
	conn net.Conn
	out  chan string
}

// Hub knows all players.
type Hub struct {
	mu      sync.Mutex
	players map[*player]bool
}

// New starts the clock that all players see.
func New(ctx context.Context) *Hub {
	h := &Hub{players: map[*player]bool{}}
	jobs.Every(ctx, time.Second, func(n int) { h.send(fmt.Sprintf("tick %d\n", n)) })
	return h
}

// Join takes a player in.
func (h *Hub) Join(c net.Conn) {
	p := &player{conn: c, out: make(chan string, 16)}
	h.mu.Lock()
	h.players[p] = true
	h.mu.Unlock()
	go h.readPump(p)
	go p.writePump()
}

func (h *Hub) readPump(p *player) {
	defer h.leave(p)
	for in := bufio.NewScanner(p.conn); in.Scan(); {
		if err := p.conn.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			return
		}
	}
}

func (h *Hub) leave(p *player) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.players, p)
	close(p.out)
	p.conn.Close()
}

func (p *player) writePump() {
	for frame := range p.out {
		if _, err := p.conn.Write([]byte(frame)); err != nil {
			return
		}
	}
}

func (h *Hub) send(frame string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for p := range h.players {
		select {
		case p.out <- frame:
		default:
		}
	}
}
