// Command guildhall asks the member that presides.
package main

import (
	"context"
	"log"
	"time"

	"example.org/platform/peer"
	"example.org/rpcapi"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.guildsmen.example/votes/guildhall/member"
	"git.guildsmen.example/votes/guildhall/seat"
)

var register *holdings.Node

func main() {
	peer.Main("member", rpcapi.Serve)
	service.Main("guildhall", func(ctx context.Context) error {
		var members []member.Member
		for _, name := range []string{"baker", "cooper", "tanner"} {
			address, err := peer.Start("member", "")
			if err != nil {
				return err
			}
			members = append(members, member.Member{Name: name, Address: address})
		}
		register = holdings.Register(8)
		residents.Settle(ctx, 160)
		grist.Letters(ctx, 350)
		chair := seat.New(members)
		cadence.Loop(ctx, 200*time.Millisecond, func(n int) {
			if err := chair.Ask(ctx, n); err != nil {
				log.Print(err)
			}
		})
		cadence.Spread(ctx, 0.3, func(n int) { chair.Vacate() })
		return nil
	})
}
