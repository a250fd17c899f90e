// Command feedgateway sends news to those who read along.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.newsdesk.example/edge/feedgateway/entrance"
	"git.newsdesk.example/edge/feedgateway/feed"
	"git.newsdesk.example/edge/feedgateway/viewers"
)

var register *holdings.Node

func main() {
	peer.Main("viewers", viewers.Serve)
	service.Main("feedgateway", func(ctx context.Context) error {
		desk := feed.NewDesk(36)
		address, err := entrance.Open(desk)
		if err != nil {
			return err
		}
		if _, err := peer.Start("viewers", address); err != nil {
			return err
		}
		register = holdings.Register(12)
		grist.Letters(ctx, 500)
		cadence.Loop(ctx, 2500*time.Millisecond, desk.Publish)
		return nil
	})
}
