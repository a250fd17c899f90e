// Command busline drives operators' panels.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.orbital.example/core/busline/bus"
	"git.orbital.example/core/busline/screen"
)

func main() {
	boot.Run("busline", func(ctx context.Context) error {
		topics := bus.New()
		for seat := range 40 {
			screen.Open(topics, seat)
		}
		load.Every(ctx, 50*time.Millisecond, func(n int) { topics.Publish(bus.Event{Kind: "position", Seq: n}) })
		load.Every(ctx, 500*time.Millisecond, func(n int) {
			panel := screen.Open(topics, 100+n)
			time.AfterFunc(4*time.Second, panel.Close)
		})
		crowd.Staff(ctx, 60)
		burn.Pages(ctx, 1500)
		return nil
	})
}
