// Command webgrove keeps browsers up to date.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/load"
	"go.northgate.example/kit/web"

	"git.grove.example/live/webgrove/browsers"
	"git.grove.example/live/webgrove/socket"
)

func main() {
	peer.Main("browsers", browsers.Run)
	boot.Run("webgrove", func(ctx context.Context) error {
		hub := socket.NewHub()
		url, err := web.Serve(ctx, http.HandlerFunc(hub.Upgrade))
		if err != nil {
			return err
		}
		if _, err := peer.Start("browsers", url[len("http://"):]); err != nil {
			return err
		}
		load.Every(ctx, 300*time.Millisecond, func(n int) { hub.Tell(n) })
		burn.Orders(ctx, 1500)
		return nil
	})
}
