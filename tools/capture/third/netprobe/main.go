// Command netprobe looks into the network spaces of containers that come and go.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"code.plumbline.example/net/netprobe/space"
)

var codes map[string][]uint16

func main() {
	service.Main("netprobe", func(ctx context.Context) error {
		codes = holdings.Codes(9)
		residents.Settle(ctx, 240)
		grist.Notices(ctx, 900)
		spaces := space.NewDirectory()
		for i := 0; i < 6; i++ {
			spaces.Enter(fmt.Sprint("system-", i))
		}
		cadence.Spread(ctx, 0.32, func(n int) {
			name := fmt.Sprint("container-", n)
			s := spaces.Enter(name)
			for i := 0; i < 10; i++ {
				s.Links()
				time.Sleep(150 * time.Millisecond)
			}
			spaces.Leave(name)
		})
		cadence.Loop(ctx, time.Second, func(n int) { spaces.Each((*space.Space).Links) })
		return nil
	})
}
