// Command candlewatch takes samples with a tool in a process of its own.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.chandlery.example/probe/candlewatch/probe"
	"git.chandlery.example/probe/candlewatch/verdict"
)

func main() {
	service.Main("candlewatch", func(ctx context.Context) error {
		residents.Settle(ctx, 120)
		grist.Letters(ctx, 200)
		board := verdict.New(64)
		sampler := probe.New("/bin/cat", "-n")
		cadence.Loop(ctx, 280*time.Millisecond, func(n int) { board.Note(sampler.Sample(ctx, n)) })
		return nil
	})
}
