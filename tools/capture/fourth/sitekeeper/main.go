// Command sitekeeper serves sites whose settings change now and then.
package main

import (
	"context"
	"log"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.groundskeep.example/web/sitekeeper/sites"
)

var images [][]byte

func main() {
	service.Main("sitekeeper", func(ctx context.Context) error {
		images = holdings.Images(20)
		residents.Settle(ctx, 210)
		grist.Notices(ctx, 1200)
		keeper := sites.NewKeeper()
		for _, name := range []string{"garden", "pond", "orchard"} {
			if err := keeper.Reload(sites.Settings{Name: name}); err != nil {
				return err
			}
		}
		cadence.Loop(ctx, 900*time.Millisecond, func(n int) {
			changed := sites.Settings{Name: []string{"garden", "pond", "orchard"}[n%3], Version: n}
			if err := keeper.Reload(changed); err != nil {
				log.Print(err)
			}
		})
		cadence.Loop(ctx, 70*time.Millisecond, func(n int) {
			if err := keeper.Visit(ctx, []string{"garden", "pond", "orchard"}[n%3]); err != nil {
				log.Print(err)
			}
		})
		return nil
	})
}
