// Package loaves bakes each kind once at a time, whoever asks.
package loaves

import (
	"context"
	"fmt"
	"net"

	"golang.org/x/sync/singleflight"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Oven bakes.
type Oven struct {
	group   singleflight.Group
	address string
}

// Start heats the oven; the miller it asks takes calls and says nothing for one kind.
func Start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go mill(l)
	o := &Oven{address: l.Addr().String()}
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 6, func(n int) { _ = o.Bake(fmt.Sprint("kind", n%4)) })
	return nil
}

func mill(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer conn.Close()
			buffer := make([]byte, 16)
			n, err := conn.Read(buffer)
			if err == nil && string(buffer[:n]) == "kind3" {
				_, err = conn.Read(buffer)
			}
			if err == nil {
				_, _ = conn.Write([]byte("flour"))
			}
		}()
	}
}

// Bake bakes one kind.
func (o *Oven) Bake(kind string) error {
	_, err, _ := o.group.Do(kind, func() (interface{}, error) { return nil, o.flour(kind) })
	return err
}

func (o *Oven) flour(kind string) error {
	conn, err := net.Dial("tcp", o.address)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Write([]byte(kind)); err != nil {
		return err
	}
	_, err = conn.Read(make([]byte, 16))
	return err
}
