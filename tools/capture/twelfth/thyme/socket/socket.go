// Package socket keeps connections that began as HTTP.
package socket

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

const pingPeriod = 4 * time.Second

type conn struct {
	nc   net.Conn
	in   *bufio.Reader
	out  *bufio.Writer
	send chan string
	done chan struct{}
}

// Hub has all connections.
type Hub struct {
	mu    sync.RWMutex
	conns map[*conn]struct{}
}

// NewHub has none.
func NewHub() *Hub { return &Hub{conns: make(map[*conn]struct{})} }

// Upgrade takes a connection over.
func (h *Hub) Upgrade(w http.ResponseWriter, _ *http.Request) {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		http.Error(w, "no socket", http.StatusNotImplemented)
		return
	}
	nc, _, err := hijacker.Hijack()
	if err != nil {
		return
	}
	c := &conn{nc: nc, in: bufio.NewReaderSize(nc, 16<<10), out: bufio.NewWriterSize(nc, 16<<10),
		send: make(chan string, 8), done: make(chan struct{})}
	fmt.Fprint(c.out, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: lines\r\nConnection: Upgrade\r\n\r\n")
	h.add(c)
	go c.writePump()
	go c.readPump(h)
}

func (h *Hub) add(c *conn) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.conns[c] = struct{}{}
}

func (h *Hub) remove(c *conn) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.conns, c)
}

// Tell sends message n to all who keep up.
func (h *Hub) Tell(n int) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for c := range h.conns {
		select {
		case c.send <- fmt.Sprint("news ", n):
		default:
		}
	}
}

func (c *conn) readPump(h *Hub) {
	defer func() {
		h.remove(c)
		close(c.done)
		c.nc.Close()
	}()
	for {
		if err := c.nc.SetReadDeadline(time.Now().Add(4 * pingPeriod)); err != nil {
			return
		}
		if _, err := c.in.ReadString('\n'); err != nil {
			return
		}
	}
}

func (c *conn) writePump() {
	ticker := time.NewTicker(pingPeriod)
	defer ticker.Stop()
	for {
		text := "ping"
		select {
		case text = <-c.send:
		case <-ticker.C:
		case <-c.done:
			return
		}
		fmt.Fprintln(c.out, text)
		if err := c.out.Flush(); err != nil {
			return
		}
	}
}
