// Command basil passes events on to those who want them.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"events.example/basil/engine"
	"events.example/basil/sinks"
)

var sheets map[int][]byte

func main() {
	peer.HTTP("hooks", http.HandlerFunc(sinks.Take))
	boot.Main("basil", func(ctx context.Context) error {
		sheets = shelf.Sheets(26)
		crew.Start(ctx, 120)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 8)
		address, err := peer.Start("hooks", "")
		if err != nil {
			return err
		}
		e := engine.New(sinks.NewIndex("http://"+address+"/index", 30), &sinks.Webhook{Endpoint: "http://" + address + "/hook"})
		boot.Every(ctx, 40*time.Millisecond, func(n int) { go e.On(ctx, n) })
		return nil
	})
}
