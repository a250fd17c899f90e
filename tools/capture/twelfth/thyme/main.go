// Command thyme talks to phones.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"phones.example/thyme/phones"
	"phones.example/thyme/socket"
)

var sheets map[int][]byte

func main() {
	peer.Main("phones", phones.Carry(320))
	boot.Main("thyme", func(ctx context.Context) error {
		sheets = shelf.Sheets(22)
		crew.Start(ctx, 60)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 9)
		hub := socket.NewHub()
		mux := http.NewServeMux()
		mux.HandleFunc("/socket", hub.Upgrade)
		base, err := boot.Serve(mux)
		if err != nil {
			return err
		}
		boot.Every(ctx, 1100*time.Millisecond, hub.Tell)
		_, err = peer.Start("phones", base)
		return err
	})
}
