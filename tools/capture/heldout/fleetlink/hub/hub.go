// Package hub has a link to each vehicle.
package hub

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"sync/atomic"
	"time"
)

// Hub accepts links.
type Hub struct {
	port  net.Listener
	heard atomic.Int64
}

// Listen opens the hub.
func Listen() (*Hub, error) {
	port, err := net.Listen("tcp", "127.0.0.1:0")
	return &Hub{port: port}, err
}

// Address is where vehicles connect.
func (h *Hub) Address() string { return h.port.Addr().String() }

// Serve accepts until the port is closed.
func (h *Hub) Serve(ctx context.Context) error {
	for {
		nc, err := h.port.Accept()
		if err != nil {
			return err
		}
		ctx, end := context.WithCancel(ctx)
		go h.hear(nc, end)
		go h.speak(ctx, nc)
	}
}

func (h *Hub) hear(nc net.Conn, end context.CancelFunc) {
	defer nc.Close()
	defer end()
	for in := bufio.NewReader(nc); ; {
		nc.SetReadDeadline(time.Now().Add(30 * time.Second))
		if _, err := in.ReadString('\n'); err != nil {
			return
		}
		h.heard.Add(1)
	}
}

func (h *Hub) speak(ctx context.Context, nc net.Conn) {
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			fmt.Fprintln(nc, "beat")
		case <-ctx.Done():
			return
		}
	}
}
