// Package position receives positions.
package position

import (
	"bufio"
	"context"
	"net"
	"sync/atomic"
	"time"
)

type receiver struct{ received int64 }

// Listen accepts vehicles until ctx ends.
func Listen(ctx context.Context) (string, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		<-ctx.Done()
		ln.Close()
	}()
	r := &receiver{}
	go func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			go r.receive(conn)
		}
	}()
	return ln.Addr().String(), nil
}

func (r *receiver) receive(conn net.Conn) {
	defer conn.Close()
	lines := bufio.NewReader(conn)
	for {
		conn.SetReadDeadline(time.Now().Add(30 * time.Second))
		if _, err := lines.ReadString('\n'); err != nil {
			return
		}
		atomic.AddInt64(&r.received, 1)
	}
}
