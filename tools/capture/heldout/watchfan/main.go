// Command watchfan lets controllers wait for objects.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.stratus.example/cluster/watchfan/api"
	"git.stratus.example/cluster/watchfan/watch"
)

func main() {
	boot.Run("watchfan", func(ctx context.Context) error {
		hub := watch.NewHub()
		lister := api.NewLister(hub)
		load.Every(ctx, 100*time.Millisecond, func(n int) { hub.Announce(n) })
		load.Crew(ctx, 8, 1200*time.Millisecond, func(member, n int) { lister.WaitFor(ctx, member+n) })
		crowd.Staff(ctx, 90)
		burn.Pages(ctx, 2500)
		return nil
	})
}
