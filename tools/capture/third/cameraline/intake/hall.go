// Package intake reads frames from connections.
package intake

import (
	"bufio"
	"context"
	"io"
	"log"
	"net"
	"sync"
)

const frameBytes = 3005

// Hall keeps the latest frame of each camera.
type Hall struct {
	mu     sync.Mutex
	latest [][]byte
}

// NewHall has room for n cameras.
func NewHall(n int) *Hall { return &Hall{latest: make([][]byte, n)} }

// Accept serves connections until the context ends.
func (h *Hall) Accept(ctx context.Context, l net.Listener) {
	go func() {
		<-ctx.Done()
		l.Close()
	}()
	for n := 0; ; n++ {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go h.take(conn, n%len(h.latest))
	}
}

func (h *Hall) take(conn net.Conn, slot int) {
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 8<<10)
	frame := make([]byte, frameBytes)
	for {
		if _, err := io.ReadFull(in, frame); err != nil {
			return
		}
		h.keep(slot, frame)
	}
}

func (h *Hall) keep(slot int, frame []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.latest[slot] = append(h.latest[slot][:0], frame...)
}
