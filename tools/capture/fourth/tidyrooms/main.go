// Command tidyrooms knows who is in which room.
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

	"git.conference.example/presence/tidyrooms/presence"
)

var images [][]byte

func main() {
	service.Main("tidyrooms", func(ctx context.Context) error {
		images = holdings.Images(18)
		floor := presence.NewFloor()
		residents.Settle(ctx, 40)
		grist.Notices(ctx, 1000)
		cadence.Spread(ctx, 48, func(n int) {
			room := fmt.Sprintf("call/%08x", n*2654435761)
			for guest := 0; guest < 2+n%5; guest++ {
				floor.Enter(room, guest)
			}
			time.Sleep(time.Duration(1+n%4) * time.Second)
			for guest := 0; guest < 2+n%5; guest++ {
				floor.Leave(room, guest)
			}
		})
		cadence.Loop(ctx, 3*time.Second, func(int) { floor.Present() })
		return nil
	})
}
