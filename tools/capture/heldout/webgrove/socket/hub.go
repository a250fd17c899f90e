// Package socket has connections that were upgraded from HTTP.
package socket

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

type peerConn struct {
	nc   net.Conn
	out  chan string
	gone chan struct{}
}

// Hub knows who is connected.
type Hub struct {
	mu    sync.Mutex
	conns map[*peerConn]bool
}

// NewHub has no connections.
func NewHub() *Hub { return &Hub{conns: map[*peerConn]bool{}} }

// Upgrade takes the connection over.
func (h *Hub) Upgrade(w http.ResponseWriter, _ *http.Request) {
	nc, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	nc.SetDeadline(time.Time{})
	c := &peerConn{nc: nc, out: make(chan string, 8), gone: make(chan struct{})}
	h.mu.Lock()
	h.conns[c] = true
	h.mu.Unlock()
	go h.readPump(c, rw.Reader)
	go c.writePump()
}

func (h *Hub) readPump(c *peerConn, from *bufio.Reader) {
	defer func() {
		h.mu.Lock()
		delete(h.conns, c)
		h.mu.Unlock()
		close(c.gone)
		c.nc.Close()
	}()
	for {
		c.nc.SetReadDeadline(time.Now().Add(5 * time.Minute))
		if _, err := from.ReadString('\n'); err != nil {
			return
		}
	}
}

func (c *peerConn) writePump() {
	ping := time.NewTicker(50 * time.Second)
	defer ping.Stop()
	for {
		select {
		case text := <-c.out:
			fmt.Fprintln(c.nc, text)
		case <-ping.C:
			fmt.Fprintln(c.nc, "ping")
		case <-c.gone:
			return
		}
	}
}

// Tell sends news to every tenth connection.
func (h *Hub) Tell(n int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	told := 0
	for c := range h.conns {
		if told++; told > len(h.conns)/10 {
			return
		}
		select {
		case c.out <- fmt.Sprint("news ", n):
		default:
		}
	}
}
