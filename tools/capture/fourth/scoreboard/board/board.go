// Package board shows scores to those who are connected.
package board

import (
	"bytes"
	"fmt"
	"log"
	"net"
	"sync"
)

// Board has viewers.
type Board struct {
	mu      sync.Mutex
	viewers map[*viewer]bool
}

// New is a board nobody looks at.
func New() *Board { return &Board{viewers: make(map[*viewer]bool)} }

// Serve admits viewers until the listener fails.
func (b *Board) Serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		b.admit(conn)
	}
}

func (b *Board) admit(conn net.Conn) {
	if tcp, ok := conn.(*net.TCPConn); ok {
		if err := tcp.SetWriteBuffer(16 << 10); err != nil {
			log.Print(err)
		}
	}
	v := &viewer{board: b, conn: conn, scores: make(chan []byte, 4)}
	b.mu.Lock()
	b.viewers[v] = true
	b.mu.Unlock()
	go v.write()
	go v.listen()
}

func (b *Board) dismiss(v *viewer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.viewers[v] {
		delete(b.viewers, v)
		close(v.scores)
		v.conn.Close()
	}
}

// Publish shows the scores of turn n; who is behind misses some.
func (b *Board) Publish(n int) {
	var page bytes.Buffer
	for match := 0; match < 500; match++ {
		fmt.Fprintf(&page, "match %d: %d to %d\n", match, n%(match+1), n%7)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for v := range b.viewers {
		select {
		case v.scores <- page.Bytes():
		default:
		}
	}
}
