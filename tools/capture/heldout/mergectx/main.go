// Command mergectx handles messages of sessions.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.relay.example/gateway/mergectx/session"
)

func main() {
	boot.Run("mergectx", func(ctx context.Context) error {
		sessions := make([]*session.Session, 20)
		for n := range sessions {
			sessions[n] = session.Open(ctx)
		}
		load.Every(ctx, 250*time.Millisecond, func(n int) { sessions[n%len(sessions)].Handle(ctx, n) })
		crowd.Staff(ctx, 120)
		burn.Pages(ctx, 1500)
		return nil
	})
}
