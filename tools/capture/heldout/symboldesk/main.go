// Command symboldesk prices symbols.
package main

import (
	"context"
	"fmt"
	"time"

	"example.org/platform/peer"
	"example.org/rpcapi"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"rpc.example/symboldesk/feed"
)

func main() {
	peer.Main("quotes", rpcapi.Serve)
	boot.Run("symboldesk", func(ctx context.Context) error {
		address, err := peer.Start("quotes", "")
		if err != nil {
			return err
		}
		desk := feed.NewDesk(address)
		if err := desk.Refresh(); err != nil {
			return err
		}
		load.Every(ctx, 700*time.Millisecond, func(int) { desk.Refresh() })
		load.Crew(ctx, 6, 200*time.Millisecond, func(member, n int) { desk.Price(ctx, fmt.Sprint("S", member, n)) })
		crowd.Staff(ctx, 100)
		burn.Orders(ctx, 1500)
		return nil
	})
}
