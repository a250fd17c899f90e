// Command ember tells what is new in boxes.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.ember.example/inbox/ember/askers"
	"go.ember.example/inbox/ember/box"
	"go.ember.example/inbox/ember/poll"
)

var zones map[string][]string

func main() {
	peer.Main("askers", askers.Ask)
	boxes := box.New(askers.Count)
	proc.Main("ember",
		proc.Func(func(ctx context.Context) error {
			zones = stock.Zones(9)
			crew.Hire(ctx, 50)
			weather.Showers(ctx, 150)
			proc.Tick(ctx, 400*time.Millisecond, func(n int) { boxes.Put(n*13%askers.Count, "news") })
			return nil
		}),
		proc.Func(func(context.Context) error { return serve(boxes) }),
	)
}

func serve(boxes *box.Boxes) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: poll.New(boxes, 28*time.Second), ReadHeaderTimeout: 5 * time.Second}
	go func() { log.Print(server.Serve(l)) }()
	_, err = peer.Start("askers", "http://"+l.Addr().String())
	return err
}
