// Package hub knows all lines.
package hub

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"net"
)

type line struct {
	conn net.Conn
	out  chan string
}

// Hub has one goroutine that knows who is there.
type Hub struct {
	l           net.Listener
	join, leave chan *line
	say         chan string
}

// Open accepts on a free port.
func Open(ctx context.Context) (*Hub, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &Hub{l: l, join: make(chan *line), leave: make(chan *line), say: make(chan string, 8)}
	go h.run(ctx)
	go h.accept()
	return h, nil
}

// Address is where it accepts.
func (h *Hub) Address() string { return h.l.Addr().String() }

// Bell tells all the turn.
func (h *Hub) Bell(n int) { h.say <- fmt.Sprint("turn ", n) }

func (h *Hub) accept() {
	for {
		c, err := h.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		l := &line{conn: c, out: make(chan string, 16)}
		h.join <- l
		go l.write()
		go h.read(l)
	}
}

func (h *Hub) run(ctx context.Context) {
	lines := make(map[*line]bool)
	for {
		select {
		case l := <-h.join:
			lines[l] = true
		case l := <-h.leave:
			delete(lines, l)
			close(l.out)
		case word := <-h.say:
			for l := range lines {
				select {
				case l.out <- word:
				default:
				}
			}
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hub) read(l *line) {
	defer l.conn.Close()
	in := bufio.NewScanner(l.conn)
	for in.Scan() {
		h.say <- in.Text()
	}
	h.leave <- l
}

func (l *line) write() {
	for word := range l.out {
		if _, err := fmt.Fprintln(l.conn, word); err != nil {
			continue
		}
	}
}
