// Command hazel knows what lies where in a lumber room.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.arbor.example/shed/burn"
	"go.arbor.example/shed/keep"
	"go.arbor.example/shed/tend"
	"go.causeway.example/quay/boot"

	"git.lumberroom.example/files/hazel/rack"
	"git.lumberroom.example/files/hazel/room"
)

var plans [][]float64

func main() {
	peer.HTTP("rack", http.HandlerFunc(rack.Answer))
	boot.Main("hazel", func(ctx context.Context) error {
		plans = keep.Plans(22)
		tend.Start(ctx, 140)
		burn.Lists(ctx, 14)
		address, err := peer.Start("rack", "")
		if err != nil {
			return err
		}
		r, err := room.Open(address)
		if err != nil {
			return err
		}
		boot.Every(ctx, 300*time.Millisecond, func(n int) { r.Label(ctx, n) })
		return nil
	})
}
