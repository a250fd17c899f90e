// Package planks carries loads over streams of one session.
package planks

import (
	"context"
	"io"
	"net"
	"time"

	"github.com/hashicorp/yamux"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Bridge has the far side's session.
type Bridge struct{ far *yamux.Session }

// Start builds the bridge.
func Start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	dialled, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		return err
	}
	accepted, err := l.Accept()
	if err != nil {
		return err
	}
	config := yamux.DefaultConfig()
	config.LogOutput = io.Discard
	near, err := yamux.Server(accepted, config)
	if err != nil {
		return err
	}
	far, err := yamux.Client(dialled, config)
	if err != nil {
		return err
	}
	b := &Bridge{far: far}
	go accept(near)
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 4, func(n int) { _ = b.Cross(n) })
	return nil
}

func accept(near *yamux.Session) {
	for {
		stream, err := near.AcceptStream()
		if err != nil {
			return
		}
		go carry(stream)
	}
}

func carry(stream *yamux.Stream) {
	defer stream.Close()
	buffer := make([]byte, 64)
	for {
		n, err := stream.Read(buffer)
		if err != nil {
			return
		}
		if _, err := stream.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// Cross sends one load over and waits for the answer.
func (b *Bridge) Cross(n int) error {
	stream, err := b.far.OpenStream()
	if err != nil {
		return err
	}
	_ = stream.SetDeadline(time.Now().Add(time.Second))
	if _, err := stream.Write([]byte("load")); err != nil {
		return err
	}
	answer := make([]byte, 4)
	if _, err := io.ReadFull(stream, answer); err != nil {
		return err
	}
	if n%2 == 0 {
		return nil
	}
	return stream.Close()
}
