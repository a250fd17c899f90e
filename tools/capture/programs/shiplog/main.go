// Command shiplog forwards log lines.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"telemetry.example/shiplog/forward"
)

var words map[string]uint32

func collect(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() { _, _ = io.Copy(io.Discard, c) }()
	}
}

func start(ctx context.Context) error {
	collector, err := peer.Start("collector", "")
	if err != nil {
		return err
	}
	words = tables.Dictionary(18)
	lines := forward.NewLines(collector)
	jobs.Every(ctx, 350*time.Millisecond, func(n int) { lines.Ship(fmt.Sprintf("batch %d", n)) })
	bus.NewTopic(ctx, "lines", 100, 100*time.Millisecond)
	traffic.Text(ctx, 3000)
	return nil
}

func main() {
	peer.Main("collector", collect)
	run.Service("shiplog", start)
}
