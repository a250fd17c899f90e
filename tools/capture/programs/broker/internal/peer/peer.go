// Package peer is the other end of the broker's connections.
package peer

import (
	"bufio"
	"context"
	"net"
)

// Connect opens n connections that answer pings.
func Connect(ctx context.Context, address string, n int) error {
	for i := 0; i < n; i++ {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return err
		}
		go answer(conn)
	}
	return nil
}

func answer(conn net.Conn) {
	defer conn.Close()
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		if _, err := conn.Write([]byte("pong\n")); err != nil {
			return
		}
	}
}
