// Package locks goes through locks, each with a session.
package locks

import (
	"context"
	"io"
	"net"

	"github.com/xtaci/smux"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start opens the far side and goes.
func Start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go keep(l)
	residents.Settle(ctx, 40)
	cadence.Spread(ctx, 1.5, func(int) { _ = Pass(l.Addr().String()) })
	return nil
}

func keep(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		go serve(conn)
	}
}

func serve(conn net.Conn) {
	session, err := smux.Server(conn, smux.DefaultConfig())
	if err != nil {
		return
	}
	defer session.Close()
	for {
		stream, err := session.AcceptStream()
		if err != nil {
			return
		}
		go func() {
			defer stream.Close()
			_, _ = io.Copy(stream, stream)
		}()
	}
}

// Pass goes through one lock.
func Pass(address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	session, err := smux.Client(conn, smux.DefaultConfig())
	if err != nil {
		return err
	}
	stream, err := session.OpenStream()
	if err != nil {
		return err
	}
	defer stream.Close()
	if _, err := stream.Write([]byte("pass")); err != nil {
		return err
	}
	_, err = io.ReadFull(stream, make([]byte, 4))
	return err
}
