// Command juniper passes on what went wrong elsewhere.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.juniper.example/errors/juniper/collector"
	"go.juniper.example/errors/juniper/transport"
)

var aliases map[string]string

func main() {
	peer.HTTP("collector", collector.Collector{})
	boot.Main("juniper", func(ctx context.Context) error {
		aliases = cargo.Aliases(10)
		hands.Take(ctx, 140)
		spray.Orders(ctx, 40)
		address, err := peer.Start("collector", "")
		if err != nil {
			return err
		}
		t := transport.New(ctx, "http://"+address+"/store")
		boot.Every(ctx, 400*time.Millisecond, func(n int) { t.Capture(transport.Event{Number: n, Text: "value out of range"}) })
		return nil
	})
}
