// Command chatline is a chat server.
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

	"talk.example/chatline/phones"
	"talk.example/chatline/room"

	"time"
)

var places []*tables.Place

func start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	places = tables.Gazetteer(40)
	lobby := &room.Room{}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				log.Print(err)
				return
			}
			lobby.Enter(c)
		}
	}()
	bus.NewTopic(ctx, "rooms", 330, 500*time.Millisecond)
	traffic.Documents(ctx, 4000)
	_, err = peer.Start("phones", l.Addr().String())
	return err
}

func main() {
	peer.Main("phones", phones.Roam)
	run.Service("chatline", start)
}
