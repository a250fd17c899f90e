// Command ticketline tells clients in order what changed.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.boxoffice.example/watch/ticketline/watch"
)

func main() {
	service.Main("ticketline", func(ctx context.Context) error {
		residents.Settle(ctx, 210)
		grist.Notices(ctx, 1100)
		source := watch.NewSource()
		cadence.Loop(ctx, 120*time.Millisecond, func(n int) { source.Change(watch.Change{Object: n % 700, Version: n}) })
		for i := 0; i < 20; i++ {
			w := source.Watch()
			go func() {
				for range w.Changes() {
				}
			}()
		}
		cadence.Spread(ctx, 0.45, func(n int) {
			w := source.Watch()
			for i := 0; i < 15; i++ {
				<-w.Changes()
				time.Sleep(160 * time.Millisecond) // a client somewhat slower than the changes
			}
			w.Stop()
		})
		return nil
	})
}
