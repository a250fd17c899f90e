// Command livewire keeps players connected.
package main

import (
	"context"
	"log"
	"net"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"game.example/livewire/hub"
	"game.example/livewire/players"
)

var curves [][]float64

func start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	curves = tables.Rates(10)
	h := hub.New(ctx)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				log.Print(err)
				return
			}
			h.Join(c)
		}
	}()
	traffic.Documents(ctx, 2000)
	_, err = peer.Start("players", l.Addr().String())
	return err
}

func main() {
	peer.Main("players", players.Play)
	run.Service("livewire", start)
}
