// Command gatehouse checks badges.
package main

import (
	"context"
	"log"
	"net"

	"example.org/platform/bus"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"door.example/gatehouse/badge"
	"door.example/gatehouse/doors"

	"time"
)

var words map[string]uint32

func start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	words = tables.Dictionary(10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				log.Print(err)
				return
			}
			go badge.Check(c)
		}
	}()
	bus.NewTopic(ctx, "badges", 60, 250*time.Millisecond)
	traffic.Documents(ctx, 2500)
	_, err = peer.Start("doors", l.Addr().String())
	return err
}

func main() {
	peer.Main("doors", doors.Open)
	run.Service("gatehouse", start)
}
