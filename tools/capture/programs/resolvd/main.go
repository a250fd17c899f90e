// Command resolvd answers names.
package main

import (
	"context"
	"log"
	"time"

	"net"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"dns.example/resolvd/query"
)

var words map[string]uint32

// answer replies to two questions in three, over UDP on the port it accepts TCP on.
func answer(l net.Listener, _ string) {
	c, err := net.ListenPacket("udp", l.Addr().String())
	if err != nil {
		log.Fatal(err)
	}
	question := make([]byte, 512)
	for n := 0; ; n++ {
		size, from, err := c.ReadFrom(question)
		if err != nil {
			log.Fatal(err)
		}
		if n%8 != 0 {
			_, _ = c.WriteTo(question[:size], from)
		}
	}
}

func start(ctx context.Context) error {
	server, err := peer.Start("nameserver", "")
	if err != nil {
		return err
	}
	words = tables.Dictionary(30)
	resolver := query.NewResolver(server)
	pool := jobs.NewPool(ctx, 8, 32)
	jobs.Every(ctx, 200*time.Millisecond, func(n int) { pool.Submit(ctx, func() { resolver.Ask(n) }) })
	bus.NewTopic(ctx, "names", 250, 500*time.Millisecond)
	traffic.Documents(ctx, 4000)
	return nil
}

func main() {
	peer.Main("nameserver", answer)
	run.Service("resolvd", start)
}
