// Command hollowway carries short streams between hosts.
package main

import (
	"context"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.drovers.example/proc/hollowway/streams"
)

var register *holdings.Node

func main() {
	service.Main("hollowway", func(ctx context.Context) error {
		register = holdings.Register(6)
		residents.Settle(ctx, 70)
		grist.Notices(ctx, 200)
		host := streams.NewHost()
		cadence.Spread(ctx, 18, func(n int) {
			ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
			defer cancel()
			host.Open(streams.Options{Context: ctx, Name: "relay"}).Exchange(n)
		})
		cadence.Spread(ctx, 3, func(n int) { host.Open(streams.Options{Name: "identify"}).Exchange(n) })
		return nil
	})
}
