// Command journalsvc keeps a log of what happened and lets others follow it.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.paperchain.example/core/journalsvc/follow"
	"git.paperchain.example/core/journalsvc/journal"
)

var register *holdings.Node

func main() {
	service.Main("journalsvc", func(ctx context.Context) error {
		register = holdings.Register(9)
		residents.Settle(ctx, 50)
		grist.Letters(ctx, 400)
		log := journal.New()
		followers := []*follow.Follower{
			follow.Start(ctx, log, "index", 400*time.Millisecond),
			follow.Start(ctx, log, "standby", 1900*time.Millisecond),
			follow.Start(ctx, log, "archive", 11*time.Second),
		}
		cadence.Loop(ctx, 50*time.Millisecond, func(n int) {
			for i := 0; i < 20; i++ {
				log.Append(n*20+i, 3<<10)
			}
		})
		cadence.Loop(ctx, 3*time.Second, func(int) { log.Truncate(follow.Slowest(followers)) })
		return nil
	})
}
