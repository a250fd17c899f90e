// Command newel is a log that others follow.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.newel.example/log/newel/consumer"
	"go.newel.example/log/newel/segments"
)

var register *holdings.Node

func main() {
	service.Main("newel", func(ctx context.Context) error {
		register = holdings.Register(8)
		residents.Settle(ctx, 85)
		grist.Letters(ctx, 130)
		l := segments.New(256)
		steady := consumer.New("steady", l, 400)
		late := consumer.New("late", l, 220)
		cadence.Loop(ctx, 25*time.Millisecond, func(n int) {
			for i := 0; i < 3; i++ {
				l.Append(entry(n*3 + i))
			}
		})
		go steady.Run(ctx, 0)
		go late.Run(ctx, 45*time.Second)
		cadence.Loop(ctx, 500*time.Millisecond, func(int) { l.Trim() })
		return nil
	})
}

func entry(n int) []byte {
	text := make([]byte, 5<<10+n%2048)
	for i := 0; i < len(text); i += 64 {
		text[i] = byte(n)
	}
	return text
}
