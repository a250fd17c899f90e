// Command shorelink passes messages to devices at sea.
package main

import (
	"context"
	"fmt"
	"net"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.breakwater.example/fleet/shorelink/broker"
	"git.breakwater.example/fleet/shorelink/devices"
)

var register *holdings.Node

func main() {
	peer.Main("devices", devices.Serve)
	service.Main("shorelink", func(ctx context.Context) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		b := broker.New()
		go b.Accept(l)
		if _, err := peer.Start("devices", l.Addr().String()); err != nil {
			return err
		}
		register = holdings.Register(9)
		grist.Letters(ctx, 500)
		cadence.Loop(ctx, 700*time.Millisecond, func(n int) {
			b.Publish(fmt.Sprint("waters-", n%devices.Topics), fmt.Sprint("bulletin ", n))
		})
		return nil
	})
}
