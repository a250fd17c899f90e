// Command beech looks up goods.
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

	"git.findery.example/shop/beech/engine"
	"git.findery.example/shop/beech/look"
)

var deeds map[keep.Parcel]*keep.Deed

func main() {
	peer.HTTP("engine", http.HandlerFunc(engine.Answer))
	boot.Main("beech", func(ctx context.Context) error {
		deeds = keep.Deeds(20)
		tend.Start(ctx, 120)
		burn.Packs(ctx, 10)
		address, err := peer.Start("engine", "")
		if err != nil {
			return err
		}
		d := look.New("http://" + address)
		boot.Every(ctx, 600*time.Millisecond, func(n int) { go d.Find(ctx, n) })
		return nil
	})
}
