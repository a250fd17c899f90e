// Command standbys runs controllers, of which one leads each shard and the others wait.
package main

import (
	"context"
	"fmt"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.quorum.example/ctl/standbys/elect"
)

var register *holdings.Node

func main() {
	service.Main("standbys", func(ctx context.Context) error {
		register = holdings.Register(13)
		residents.Settle(ctx, 120)
		grist.Sheets(ctx, 1400)
		for shard := 0; shard < 18; shard++ {
			office := elect.NewOffice(fmt.Sprint("shard-", shard))
			for i := 0; i < 5; i++ {
				go elect.Stand(ctx, office, i)
			}
		}
		return nil
	})
}
