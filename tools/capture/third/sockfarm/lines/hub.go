// Package lines has the open lines.
package lines

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
	"sync"
	"time"
)

const silence = 15 * time.Second

// Line is one listener.
type Line struct {
	conn net.Conn
	out  chan string
}

// Hub has all lines.
type Hub struct {
	mu    sync.Mutex
	lines map[*Line]struct{}
}

// NewHub has none.
func NewHub() *Hub { return &Hub{lines: make(map[*Line]struct{})} }

// Accept takes listeners until the context ends.
func (h *Hub) Accept(ctx context.Context, l net.Listener) {
	go func() {
		<-ctx.Done()
		l.Close()
	}()
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		line := &Line{conn: conn, out: make(chan string, 8)}
		h.mu.Lock()
		h.lines[line] = struct{}{}
		h.mu.Unlock()
		go line.write()
		go h.read(line)
	}
}

// read waits for signs of life and takes the line down when there are none.
func (h *Hub) read(line *Line) {
	defer func() {
		h.mu.Lock()
		delete(h.lines, line)
		h.mu.Unlock()
		close(line.out)
		line.conn.Close()
	}()
	in := bufio.NewReaderSize(line.conn, 512)
	for {
		if err := line.conn.SetReadDeadline(time.Now().Add(silence)); err != nil {
			return
		}
		if _, err := in.ReadSlice('\n'); err != nil {
			return
		}
	}
}

func (l *Line) write() {
	for text := range l.out {
		if err := l.conn.SetWriteDeadline(time.Now().Add(silence)); err != nil {
			return
		}
		if _, err := fmt.Fprintln(l.conn, text); err != nil {
			return
		}
	}
}

// Push sends text to all; who is slow misses it.
func (h *Hub) Push(text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for line := range h.lines {
		select {
		case line.out <- text:
		default:
		}
	}
}
