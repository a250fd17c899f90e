// Command windingroom keeps leases alive.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.horology.example/lease/windingroom/lease"
	"git.horology.example/lease/windingroom/wheel"
)

func main() {
	service.Main("windingroom", func(ctx context.Context) error {
		residents.Settle(ctx, 40)
		grist.Letters(ctx, 200)
		reminders := wheel.New(200, 100*time.Millisecond)
		go reminders.Run(ctx)
		book := lease.NewBook(20*time.Second, reminders)
		cadence.Loop(ctx, 20*time.Millisecond, func(n int) {
			for i := 0; i < 16; i++ {
				book.Renew(fmt.Sprint("lease-", (n*16+i)%9000))
			}
		})
		cadence.Spread(ctx, 5, func(n int) { book.Renew(fmt.Sprint("once-", n)) })
		return nil
	})
}
